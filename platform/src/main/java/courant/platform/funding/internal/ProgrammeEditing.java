package courant.platform.funding.internal;

import courant.platform.funding.StandingProgramme;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the page of one programme shows.
///
/// @param id of the programme, empty for a new one
/// @param base number of the version the person began with, 0 for none
/// @param errors what is wrong, by field
/// @param resembling programmes that this one resembles; a person has to say that it is another
/// @param reason why it is another one
/// @param isOther whether the person says so
/// @param current as it stands, null for a new one
/// @param history what became of it
/// @param authors of the versions
/// @param isCounted whether plans count it
public record ProgrammeEditing(
        String id,
        ProgrammeForm form,
        long base,
        Map<String, String> errors,
        List<Resemblance> resembling,
        String reason,
        boolean isOther,
        @Nullable StandingProgramme current,
        ProgrammeHistory history,
        Map<Long, String> authors,
        boolean isCounted) {
    public String address() {
        return "/admin/programmes/" + (id.isEmpty() ? "nouveau" : id);
    }

    public String resembled() {
        return ids(resembling);
    }

    public boolean isWrong() {
        return !errors.isEmpty();
    }

    /// Ids of programmes that were shown, as the form sends them back.
    static String ids(List<Resemblance> resembling) {
        return resembling.stream().map(one -> one.standing().programme().id()).collect(Collectors.joining(" "));
    }
}
