package courant.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The reader of English pages finds the French left in them, and takes no name for a sentence.
class EnglishTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Les municipalités admissibles à l’aide",
                "Prix de détail suggéré par le fabricant",
                "Le résumé de la séance, in French",
                "La moitié de la dépense"
            })
    void findsFrench(String piece) {
        assertTrue(EnglishText.isFrench(piece), piece);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The salt group purchase of the Union des municipalités du Québec",
                "La Tuque",
                "Saint-Élie-de-Caxton",
                "Roulez vert, electric vehicle",
                "Count the connectors planned per building"
            })
    void acceptsEnglishAndNames(String piece) {
        assertFalse(EnglishText.isFrench(piece), piece);
    }

    @Test
    void leavesAloneWhatSaysItIsInFrench() {
        String html = """
                <!DOCTYPE html><html lang="en-CA"><title>Aid</title><p lang="fr-CA">Le prix de la borne</p>
                <p>Source: <span lang="fr-CA">le retour du programme</span></p><p>Le coût de la recharge</p></html>
                """;
        assertEquals(
                List.of("Le coût de la recharge"),
                EnglishText.leftInFrench(Visit.of("/en/", 200, html).document()));
    }
}
