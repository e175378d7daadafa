package courant.cli;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import picocli.CommandLine.Command;

/// `./courant audit verify`: whether every event of the trail is there, unaltered, in its place.
///
/// The hashes are computed again here, from their definition, not by the function that made them.
@Command(sortOptions = false, sortSynopsis = false)
final class AuditVerifyCommand implements Task {
    private static final String CHAIN = """
            with chain as (
              select id, hash, lag(id, 1, 0::bigint) over trail as previous_id,
                sha256(lag(hash, 1, sha256('')) over trail || convert_to(
                  id || '|' || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')
                  || '|' || length(actor) || '|' || actor || '|' || length(action) || '|' || action
                  || '|' || length(subject) || '|' || subject, 'UTF8')) as expected
              from courant.audit_event window trail as (order by id))
            select count(*), coalesce(min(id) filter (where hash <> expected or id <> previous_id + 1), 0) from chain
            """;

    @Override
    public Answer perform(Context context) throws SQLException {
        Messages messages = context.messages();
        try (OpenDatabase database = OpenDatabase.existing(context);
                Connection connection = database.access().open();
                ResultSet row = connection.createStatement().executeQuery(CHAIN)) {
            row.next();
            long events = row.getLong(1);
            long firstBad = row.getLong(2);
            if (firstBad > 0) {
                throw new RefusedInputException(List.of(new Problem(
                        messages.say("audit.where", String.valueOf(firstBad)),
                        messages.say("audit.found"),
                        messages.say("audit.expected"),
                        messages.say("audit.advice"))));
            }
            SequencedMap<String, Object> json = new LinkedHashMap<>();
            json.put("events", events);
            json.put("ok", true);
            return Answer.done(json, messages.say("audit.done", events));
        }
    }
}
