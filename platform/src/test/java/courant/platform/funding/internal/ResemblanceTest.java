package courant.platform.funding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import courant.engine.fact.Grade;
import courant.engine.incentive.GrantAmount;
import courant.engine.incentive.GrantObject;
import courant.engine.incentive.Programme;
import courant.engine.incentive.ProgrammeState;
import courant.facts.FactTables;
import courant.platform.funding.StandingProgramme;
import courant.platform.funding.internal.Resemblance.Trait;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When two entries may be the same programme.
class ResemblanceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Écocamionnage | ECOCAMIONNAGE",
                "Écocamionnage 2025-2028 | Programme Écocamionnage",
                "Roulez vert, véhicule électrique | Véhicules électriques Roulez vert",
                "Transportez vert | Transportez-vert (2019)",
                "Fonds municipal vert | Fond municipal vert",
                "Programme d'aide aux bornes | Programme d’aide aux bornes",
                "Abordabilité des véhicules électriques | Abordabilité des véhicules électirques"
            })
    void namesThatDifferByAccentsCaseOrderYearsOrSlipsAreTheSame(String one, String other) {
        assertThat(Resemblance.sameName(one, other)).isTrue();
        assertThat(Resemblance.sameName(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Roulez vert, véhicule électrique | Roulez vert, borne au travail",
                "FMV, étude d'électrification du parc | FMV, projet pilote de parc (ancien)",
                "Recharge+ | Transportez vert",
                "iVZE (iZEV) | IVZEML (iMHZEV)"
            })
    void otherProgrammesOfTheSameFamilyAreOthers(String one, String other) {
        assertThat(Resemblance.sameName(one, other)).isFalse();
    }

    @Test
    void noTwoFactsThatShipBearTheSameName() {
        List<Programme> shipped = FactTables.incentives().programmes();
        for (Programme programme : shipped) {
            List<StandingProgramme> others =
                    shipped.stream().map(StandingProgramme::shipped).toList();
            assertThat(Resemblance.among(programme, others))
                    .as(programme.id())
                    .filteredOn(one -> one.traits().contains(Trait.NAME))
                    .allMatch(one -> programme.id().startsWith("ecocamionnage"));
        }
    }

    @Test
    void theSamePageIsTheSameSourceHoweverItsAddressIsWritten() {
        Programme one = programme("a", "Un", "Q", "https://www.exemple.test/aide/?utm_source=x", null, null, 1, 2);
        Programme other = programme("b", "Deux", "R", "http://exemple.test/aide#montants", null, null, 3, 8);
        assertThat(among(one, other)).containsExactly(Trait.SOURCE);
        Programme page = programme("c", "Trois", "S", "https://exemple.test/aide?id=2", null, null, 3, 8);
        assertThat(among(one, page)).isEmpty();
    }

    @Test
    void oneFunderForOneThingAtOneTimeIsToBeLookedAt() {
        LocalDate from = LocalDate.of(2026, 1, 1);
        LocalDate to = LocalDate.of(2026, 12, 31);
        Programme one = programme("a", "Un", "Gouvernement du Québec", "https://a.test", from, to, 1, 2);
        Programme now = programme("b", "Deux", "gouvernement du Quebec", "https://b.test", to, null, 2, 2);
        Programme later =
                programme("c", "Trois", "Gouvernement du Québec", "https://c.test", to.plusDays(1), null, 1, 2);
        Programme heavy = programme("d", "Quatre", "Gouvernement du Québec", "https://d.test", from, to, 3, 8);
        assertThat(among(one, now)).containsExactly(Trait.FUNDER);
        assertThat(among(one, later)).isEmpty();
        assertThat(among(one, heavy)).isEmpty();
    }

    @Test
    void aProgrammeIsItselfAndNoOther() {
        Programme one = programme("a", "Un", "Q", "https://a.test", null, null, 1, 2);
        assertThat(among(one, one)).isEmpty();
    }

    private static List<Trait> among(Programme entered, Programme known) {
        return Resemblance.among(entered, List.of(StandingProgramme.shipped(known))).stream()
                .flatMap(one -> one.traits().stream())
                .toList();
    }

    private static Programme programme(
            String id,
            String name,
            String funder,
            String source,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int lightest,
            int heaviest) {
        return new Programme(
                id,
                name,
                name,
                funder,
                List.of(new GrantAmount(GrantObject.ELECTRIC_VEHICLE, lightest, heaviest, null, 1, 100, null)),
                null,
                null,
                null,
                from,
                to,
                false,
                ProgrammeState.TO_CONFIRM,
                null,
                source,
                "",
                Grade.LOW,
                "");
    }
}
