package courant.reports;

import courant.engine.plan.PlanResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the council reads about a plan: every figure rounded and worded once, so that the PDF, the resolution and the
/// annexes cannot differ.
///
/// @param wording sentences in the reader's language
/// @param options date and choices of the town
/// @param municipality official name
/// @param code official geographic code
/// @param lead the plain sentence that comes first on the screen, where it speaks to the town
/// @param tabled the same sentence in the documents of the council, where it speaks of the town
/// @param figures every named figure, by id, in the order of the key-figure table
/// @param sections the two-page decision, in order
/// @param tables the detailed tables by id; `units` holds all units, whatever the PDF shows
/// @param charts pictures by the id of the table they stand beside
public record CouncilReport(
        Wording wording,
        ReportOptions options,
        String municipality,
        String code,
        String lead,
        String tabled,
        Map<String, Figure> figures,
        List<Section> sections,
        Map<String, ReportTable> tables,
        Map<String, Chart> charts,
        PlanResult result) {
    /// @param title heading
    /// @param lines one sentence each
    /// @param table id of the table that follows, empty for none
    /// @param chart id of the picture that follows, empty for none
    /// @param startsPage whether it opens the second page
    public record Section(String title, List<String> lines, String table, String chart, boolean startsPage) {}

    public CouncilReport {
        figures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        tables = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        sections = List.copyOf(sections);
        charts = Map.copyOf(charts);
    }

    /// Makes the report of a plan, in time linear in its actions and facts.
    ///
    /// @throws IllegalArgumentException for a language without bundle, or a reason the bundles do not know
    public static CouncilReport of(PlanResult result, Locale locale, ReportOptions options) {
        return new ReportComposer(result, Wording.of(locale), options).compose();
    }

    /// @throws IllegalArgumentException when no figure has that id
    public Figure figure(String id) {
        Figure figure = figures.get(id);
        if (figure == null) {
            throw new IllegalArgumentException("No figure %s; known: %s.".formatted(id, figures.keySet()));
        }
        return figure;
    }

    /// @throws NullPointerException when no table has that id
    public ReportTable table(String id) {
        return java.util.Objects.requireNonNull(tables.get(id), id);
    }

    String say(String key, Object... arguments) {
        return wording.say(key, arguments);
    }
}
