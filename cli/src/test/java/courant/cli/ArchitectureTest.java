package courant.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The house of ARCHITECTURE.md: imports run downward only, and there are no circles.
class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("courant");

    /// Rooms with one trade each; none of them knows another.
    private static final List<String> MIDDLE = List.of("facts", "ingest", "solvers", "reports", "postgres");

    @Test
    void theWholeHouseIsLookedAt() {
        Set<String> rooms = HOUSE.stream()
                .map(javaClass -> javaClass.getPackageName().split("\\.")[1])
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(rooms.containsAll(Set.of("engine", "cli")), rooms.toString());
        Set<String> unknown = new TreeSet<>(rooms);
        unknown.removeAll(Set.of("engine", "cli"));
        unknown.removeAll(MIDDLE);
        assertEquals(Set.of(), unknown, "A new room needs its rule here and its line in ARCHITECTURE.md.");
    }

    @Test
    void engineUsesNothingButTheJdkAndTheNullMarks() {
        classes()
                .that()
                .resideInAPackage("courant.engine..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("courant.engine..", "java..", "org.jspecify..")
                .check(HOUSE);
    }

    @Test
    void engineReadsNoFileAndOpensNoConnection() {
        noClasses()
                .that()
                .resideInAPackage("courant.engine..")
                .should()
                .dependOnClassesThat(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(
                                "java.io..", "java.nio.file..", "java.nio.channels..", "java.net..", "java.sql..")
                        // Every exception and record touches Serializable; it opens nothing.
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                com.tngtech.archunit.core.domain.JavaClass.Predicates.type(
                                        java.io.Serializable.class))))
                .check(HOUSE);
    }

    @Test
    void engineHasNoClock() {
        noClasses()
                .that()
                .resideInAPackage("courant.engine..")
                .should()
                .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        com.tngtech.archunit.base.DescribedPredicate.describe(
                                "the date or the time of the machine",
                                target -> (target.getOwner().getPackageName().startsWith("java.time")
                                                && target.getName().equals("now"))
                                        || target.getFullName().startsWith("java.lang.System.currentTimeMillis"))))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.time.Clock.class)
                .check(HOUSE);
    }

    @Test
    void engineHasNoCircleBetweenPackages() {
        slices().matching("courant.engine.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void eachRoomUsesTheGroundFloorOnly() {
        for (String room : MIDDLE) {
            String[] others = java.util.stream.Stream.concat(MIDDLE.stream(), java.util.stream.Stream.of("cli"))
                    .filter(other -> !other.equals(room))
                    .map(other -> "courant." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("courant." + room + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .allowEmptyShould(true)
                    .check(HOUSE);
        }
    }

    @Test
    void onlyTheFrontDoorsUseTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackages("courant.postgres..", "courant.cli..", "courant.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("courant.postgres..")
                .check(HOUSE);
    }

    @Test
    void nothingUsesTheFrontDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackage("courant.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("courant.cli..")
                .check(HOUSE);
    }
}
