package courant.platform.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import courant.engine.climate.Municipality;
import courant.facts.Directory;
import courant.reports.TextDocument;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormalNameTest {
    @ParameterizedTest
    @CsvSource({
        "Ville, Val-d’Or, la Ville de Val-d’Or, de la Ville de Val-d’Or",
        "Ville, La Malbaie, la Ville de La Malbaie, de la Ville de La Malbaie",
        "Municipalité, Les Éboulements, la Municipalité des Éboulements, de la Municipalité des Éboulements",
        "Municipalité, L’Ascension, la Municipalité de L’Ascension, de la Municipalité de L’Ascension",
        "Municipalité, Yamachiche, la Municipalité de Yamachiche, de la Municipalité de Yamachiche",
        "Municipalité, Hébertville, la Municipalité d’Hébertville, de la Municipalité d’Hébertville",
        "Paroisse, Hérouxville, la Paroisse d’Hérouxville, de la Paroisse d’Hérouxville",
        "Ville, Hudson, la Ville de Hudson, de la Ville de Hudson",
        "Canton, Cloridorme, le Canton de Cloridorme, du Canton de Cloridorme",
        "Canton, Orford, le Canton d’Orford, du Canton d’Orford",
        "Village, Mont-Saint-Pierre, le Village de Mont-Saint-Pierre, du Village de Mont-Saint-Pierre",
        "Village nordique, Inukjuak, le Village nordique d’Inukjuak, du Village nordique d’Inukjuak",
        "Cantons unis, Latulipe-et-Gaboury, les Cantons unis de Latulipe-et-Gaboury,"
                + " des Cantons unis de Latulipe-et-Gaboury",
        "Gouvernement régional, Eeyou Istchee Baie-James, le Gouvernement régional d’Eeyou Istchee Baie-James,"
                + " du Gouvernement régional d’Eeyou Istchee Baie-James",
        "MRC, MRC de La Matapédia, la MRC de La Matapédia, de la MRC de La Matapédia"
    })
    void aCouncilIsNamedWithTheArticlesOfItsDesignation(
            String designation, String name, String subject, String possessor) {
        FormalName formal = new FormalName(designation, name);
        assertThat(formal.subject()).isEqualTo(subject);
        assertThat(formal.possessor()).isEqualTo(possessor);
    }

    @Test
    void noDraftOfTheDirectoryHasAnArticleThatFrenchContracts() {
        for (Municipality town : Directory.bundled().municipalities()) {
            String draft = DraftResolution.of(town).document().blocks().stream()
                    .map(TextDocument.Block::text)
                    .collect(Collectors.joining("\n"));
            assertThat(draft)
                    .as(town.name())
                    .doesNotContain("de le ", "de les ", "de Le ", "de Les ", "{0}", "{1")
                    .doesNotContainPattern("\\b[Ll]a (Canton|Village|Gouvernement)|\\b[Ll]e Cantons|\\bde [AEIOUÉÈ]");
        }
    }

    @Test
    void severalCantonsAdoptTogether() {
        assertThat(new DraftResolution("Cantons unis", "Stoneham-et-Tewkesbury")
                        .document()
                        .blocks())
                .extracting(TextDocument.Block::text)
                .anySatisfy(text -> assertThat(text)
                        .startsWith("QUE les Cantons unis de Stoneham-et-Tewkesbury adoptent le texte"));
    }
}
