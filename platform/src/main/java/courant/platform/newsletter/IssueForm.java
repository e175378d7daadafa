package courant.platform.newsletter;

import courant.platform.editorial.Fault;
import courant.platform.web.Page;
import courant.platform.web.Typed;
import java.util.LinkedHashMap;
import java.util.Map;

/// What an editor typed of an issue, whole or not.
///
/// @param base version it was written upon, 0 for an issue that is new
public record IssueForm(String subject, String body, int base) {
    static final IssueForm NOTHING = new IssueForm("", "", 0);
    private static final int LONGEST_SUBJECT = 200;

    public IssueForm {
        // A subject is a header: it has no line end.
        subject = Typed.line(subject, LONGEST_SUBJECT);
    }

    static IssueForm of(Map<String, String> parameters) {
        String base = parameters.getOrDefault("base", "");
        return new IssueForm(
                parameters.getOrDefault("objet", ""),
                parameters.getOrDefault("texte", ""),
                base.matches("\\d{1,9}") ? Integer.parseInt(base) : 0);
    }

    /// The words of an earlier issue, for a new one.
    static IssueForm again(Issues.Issue earlier) {
        return new IssueForm(earlier.subject(), earlier.body(), 0);
    }

    /// What is missing, and what subscribers would not see as it was meant, by the id of the field.
    Map<String, String> problems(Page page) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (subject.isEmpty()) {
            problems.put("objet", page.say("issue.error.subject"));
        }
        if (body.isBlank()) {
            problems.put("texte", page.say("issue.error.body"));
        }
        String faults = Fault.all(body, page);
        if (!faults.isEmpty()) {
            problems.put("texte", faults);
        }
        return problems;
    }
}
