package courant.facts;

import courant.engine.climate.Municipality;
import java.util.List;
import java.util.stream.Collectors;

/// A name belongs to several municipalities: the code must say which.
public final class AmbiguousMunicipalityException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String asked;
    private final transient List<Municipality> candidates;

    AmbiguousMunicipalityException(String asked, List<Municipality> candidates) {
        super("«\u00a0%s\u00a0» désigne plusieurs municipalités. Donnez le code de la vôtre\u00a0:\n%s"
                .formatted(
                        asked,
                        candidates.stream()
                                .map(AmbiguousMunicipalityException::line)
                                .collect(Collectors.joining("\n"))));
        this.asked = asked;
        this.candidates = List.copyOf(candidates);
    }

    public String asked() {
        return asked;
    }

    /// Those to choose from, in order of code.
    public List<Municipality> candidates() {
        return candidates;
    }

    private static String line(Municipality m) {
        String where = m.mrc().isEmpty() ? m.region() : m.mrc() + ", " + m.region();
        return "  %s  %s (%s), %s".formatted(m.code(), m.name(), m.designation(), where);
    }
}
