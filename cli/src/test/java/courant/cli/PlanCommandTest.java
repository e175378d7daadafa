package courant.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.engine.plan.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
    private final List<PlanQuestion> asked = new ArrayList<>();

    @TempDir
    Path home;

    @Test
    void everyOptionReachesThePlanner() {
        CommandLineRun run = plan(
                "--years",
                "3",
                "--budget",
                "250 000",
                "--target",
                "light:1.0:2029",
                "--target",
                "pickup:0.25:2029",
                "--sheet",
                "Parc",
                "--usage",
                "km.csv",
                "--time-limit",
                "2.5",
                "--facts",
                "faits.csv");
        assertEquals(ExitCode.DONE, run.exit(), run.err());
        assertEquals(
                new PlanQuestion(
                        Path.of("parc.xlsx"),
                        "Parc",
                        Path.of("km.csv"),
                        "Val-des-Érables",
                        2027,
                        3,
                        Map.of(2027, 25_000_000L, 2028, 25_000_000L, 2029, 25_000_000L),
                        List.of(new Target("light", 1.0, 2029), new Target("pickup", 0.25, 2029)),
                        Duration.ofMillis(2500),
                        Path.of("faits.csv"),
                        Path.of("sortie")),
                asked.getFirst());
    }

    @Test
    void withoutOptionsThePlanCoversFifteenYearsFromTheNextBudget() {
        assertEquals(ExitCode.DONE, plan().exit());
        PlanQuestion question = asked.getFirst();
        assertEquals(2027, question.firstYear());
        assertEquals(2041, question.lastYear());
        assertEquals(Map.of(), question.budgetCents());
        assertNull(question.timeLimit());
    }

    @Test
    void theFirstYearFollowsTheDayOfTheFacts() {
        assertEquals(ExitCode.DONE, plan("--as-of", "2025-06-30").exit());
        assertEquals(2026, asked.getFirst().firstYear());
    }

    @Test
    void aValueOutOfRangeIsWrongUsageAndPlansNothing() {
        for (List<String> options : List.of(
                List.of("--years", "0"),
                List.of("--years", "31"),
                List.of("--years", "beaucoup"),
                List.of("--first-year", "1990"),
                List.of("--time-limit", "0"),
                List.of("--time-limit", "NaN"),
                List.of("--budget", "250,000"),
                List.of("--target", "light:1.0:2050"))) {
            CommandLineRun run = plan(options.toArray(String[]::new));
            assertEquals(ExitCode.USAGE, run.exit(), options.toString());
            assertTrue(run.err().contains("À faire"), run.err());
        }
        assertEquals(List.of(), asked);
    }

    @Test
    void anAbsentBudgetFileIsRefusedInput() {
        assertEquals(ExitCode.REFUSED, plan("--budget", "absent.csv").exit());
    }

    @Test
    void whatIsRequiredIsNamedWhenItIsMissing() {
        CommandLineRun run = CommandLineRun.of(home, commands(), "plan", "parc.xlsx");
        assertEquals(ExitCode.USAGE, run.exit());
        assertTrue(run.err().contains("--municipality NOM-ou-CODE"), run.err());
        assertTrue(run.err().contains("--out DOSSIER"), run.err());
    }

    @Test
    void everyOptionOfEveryCommandIsExplainedInBothLanguages() {
        for (String language : List.of("fr", "en")) {
            for (String command : List.of("plan", "ingest", "directory import")) {
                String[] words = Stream.concat(
                                Arrays.stream(command.split(" ")), Stream.of("--help", "--lang", language))
                        .toArray(String[]::new);
                CommandLineRun run = CommandLineRun.of(home, commands(), words);
                assertEquals(ExitCode.DONE, run.exit());
                run.out()
                        .lines()
                        .filter(line -> line.matches(" {2,6}(-\\w, )?--?[a-z-]+.*"))
                        .forEach(line -> assertTrue(
                                line.strip().contains("  ") || line.length() > 30, "No explanation: " + line));
            }
        }
    }

    private CommandLineRun plan(String... options) {
        String[] words = Stream.concat(
                        Stream.of("plan", "parc.xlsx", "--municipality", "Val-des-Érables", "--out", "sortie"),
                        Arrays.stream(options))
                .toArray(String[]::new);
        return CommandLineRun.of(home, commands(), words);
    }

    private Map<String, Task> commands() {
        return Map.of(
                "plan",
                new PlanCommand((question, context) -> {
                    asked.add(question);
                    return Answer.done(Map.of(), "");
                }),
                "ingest",
                new IngestCommand((question, context) -> Answer.done(Map.of(), "")),
                "directory import",
                new DirectoryImportCommand((file, context) -> Answer.done(Map.of(), "")));
    }
}
