package courant.platform.accounts.internal;

import java.util.Map;

/// What was typed into a form of the page of organisations, and what is wrong with it; both by the id of the field,
/// which ends with the number of its organisation unless the form makes a new one.
public record OrganisationForm(Map<String, String> typed, Map<String, String> problems) {
    static final OrganisationForm NOTHING = new OrganisationForm(Map.of(), Map.of());

    /// One field of one organisation.
    static OrganisationForm of(String field, String typed, String problem) {
        return new OrganisationForm(Map.of(field, typed), Map.of(field, problem));
    }

    /// @param otherwise what stands in a field into which nothing was typed
    public String typed(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise);
    }

    /// What is wrong with a field, empty when nothing is.
    public String problem(String field) {
        return problems.getOrDefault(field, "");
    }
}
