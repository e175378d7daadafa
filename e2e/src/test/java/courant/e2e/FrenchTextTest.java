package courant.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The reader of French objects to what it must, and to nothing else.
class FrenchTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Quelle est votre municipalité ?",
                "Vraiment\u00a0!",
                "Source : Hydro-Québec",
                "Source: Hydro-Québec",
                "61 %",
                "412\u00a0000$",
                "« Mon plan »",
                "«Mon plan»",
                "Please wait",
                "undefined"
            })
    void objects(String piece) {
        assertEquals(
                1,
                FrenchText.faults(piece).size(),
                () -> FrenchText.faults(piece).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Quelle est votre municipalité? La nôtre; la vôtre!",
                "Source\u00a0: Hydro-Québec, à 14\u00a0h\u00a002",
                "61\u00a0%, 412\u00a0000,50\u00a0$",
                "«\u00a0Mon plan\u00a0»",
                "L’adresse https://exemple.org/?a=1",
                "Les véhicules de Saint-Thé, thème et android"
            })
    void accepts(String piece) {
        assertEquals(List.of(), FrenchText.faults(piece));
    }

    @Test
    void readsWhatAPersonReads() {
        String html = """
                <!DOCTYPE html><title>Titre</title><h1>Un <em>mot</em></h1>
                <p lang="en">The end</p><p>Touche <kbd>?</kbd></p><img src="a.svg" alt="Une image"><script>the()</script>
                """;
        assertEquals(
                List.of("Titre", "Un mot", "Touche", "Une image"),
                FrenchText.pieces(Visit.of("/", 200, html).document()));
    }
}
