package courant.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import courant.engine.plan.Target;
import org.junit.jupiter.api.Test;

class TargetTextTest {
    private final TargetText targets = new TargetText(Messages.french(), 2027, 2041);

    @Test
    void readsAGroupOrAClassWithItsShareAndYear() {
        assertEquals(new Target("light", 1.0, 2030), targets.read("light:1.0:2030"));
        assertEquals(new Target("pickup-half-ton", 0.25, 2041), targets.read(" pickup-half-ton : 0,25 : 2041 "));
        assertEquals(new Target("offroad", 0, 2027), targets.read("offroad:0:2027"));
    }

    @Test
    void saysWhichPartCannotBeRead() {
        assertEquals("«\u00a0light:1.0\u00a0»", problem("light:1.0").found());
        assertEquals("la part «\u00a0tout\u00a0»", problem("light:tout:2030").found());
        assertEquals("la part «\u00a0-1\u00a0»", problem("light:-1:2030").found());
        assertEquals("l'année «\u00a030\u00a0»", problem("light:1:30").found());
    }

    @Test
    void proposesTheWordTheCouncilProbablyMeant() {
        assertEquals("Vouliez-vous écrire light?", problem("ligth:1.0:2030").advice());
        assertEquals(
                "Vouliez-vous écrire plow-truck?", problem("plow-truk:1.0:2030").advice());
        assertEquals(
                "Écrivez par exemple light:1.0:2030.",
                problem("autobus scolaires:1.0:2030").advice());
    }

    @Test
    void proposesTheFractionOfAPercentage() {
        assertEquals("Écrivez 0.5.", problem("light:50:2030").advice());
    }

    @Test
    void aYearOutsideThePlanIsRefusedWithThePlansYears() {
        assertEquals(
                "une année du plan, de 2027 à 2041", problem("light:1.0:2042").expected());
        assertEquals(
                "une année du plan, de 2027 à 2041", problem("light:1.0:2026").expected());
    }

    private Problem problem(String text) {
        return assertThrows(WrongUsageException.class, () -> targets.read(text))
                .problems()
                .getFirst();
    }
}
