package courant.facts;

import courant.engine.climate.Municipality;
import java.util.List;
import java.util.stream.Collectors;

/// No municipality of the directory has this code or name.
public final class UnknownMunicipalityException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String asked;
    private final transient List<Municipality> suggestions;

    UnknownMunicipalityException(String asked, List<Municipality> suggestions) {
        super("Aucune municipalité ne s'appelle «\u00a0%s\u00a0» et aucune ne porte ce code. %s."
                .formatted(asked, advice(suggestions)));
        this.asked = asked;
        this.suggestions = List.copyOf(suggestions);
    }

    private static String advice(List<Municipality> suggestions) {
        return suggestions.isEmpty()
                ? "Vérifiez le nom, ou donnez le code géographique"
                : suggestions.stream()
                        .map(m -> "%s (%s)".formatted(m.name(), m.code()))
                        .collect(Collectors.joining(", ", "Peut-être\u00a0: ", ""));
    }

    public String asked() {
        return asked;
    }

    /// The nearest names, nearest first.
    public List<Municipality> suggestions() {
        return suggestions;
    }
}
