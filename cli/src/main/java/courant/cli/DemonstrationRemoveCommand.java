package courant.cli;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import picocli.CommandLine.Command;

/// `./courant demonstration remove`: takes away every invented town and person; what people wrote themselves stays.
@Command(sortOptions = false, sortSynopsis = false)
final class DemonstrationRemoveCommand implements Task {
    @Override
    public Answer perform(Context context) throws SQLException {
        Context ofDemonstration = new Context(
                context.messages(),
                context.progress(),
                new UserFolder(context.userFolder().demonstration(), true),
                context.asOf());
        try (OpenDatabase database = OpenDatabase.existing(ofDemonstration);
                Connection connection = database.access().open();
                ResultSet row = connection.createStatement().executeQuery("select courant.remove_demonstration()")) {
            row.next();
            long organisations = row.getLong(1);
            SequencedMap<String, Object> json = new LinkedHashMap<>();
            json.put("organisations", organisations);
            return Answer.done(json, context.messages().say("demonstration.removed", organisations));
        }
    }
}
