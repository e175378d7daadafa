package courant.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;

class CourantTest {
    private static final Problem PROBLEM = new Problem("parc.xlsx", "rien", "une feuille", "Ajoutez une feuille.");

    @TempDir
    Path home;

    /// A command whose work is given by the test.
    @Command
    private record Given(Task work) implements Task {
        @Override
        public Answer perform(Context context) throws Exception {
            return work.perform(context);
        }
    }

    @Test
    void aDoneCommandSpeaksOnStandardOutput() {
        CommandLineRun run = run(context -> Answer.done(Map.of("rows", 3), "Trois lignes."), "work");
        assertEquals(new CommandLineRun(ExitCode.DONE, "Trois lignes.\n", ""), run);
    }

    @Test
    void jsonIsExactlyOneObjectOnStandardOutput() {
        CommandLineRun run = run(context -> Answer.done(Map.of("rows", 3), "Trois lignes."), "work", "--json");
        assertEquals(new CommandLineRun(ExitCode.DONE, "{\"rows\":3}\n", ""), run);
    }

    @Test
    void refusedInputSaysWhereWhatExpectedAndWhatToDo() {
        CommandLineRun run = run(refusing(new RefusedInputException(List.of(PROBLEM))), "work");
        assertEquals(ExitCode.REFUSED, run.exit());
        assertEquals("", run.out());
        assertEquals("""
                L'entrée est refusée; rien n'a été écrit.
                parc.xlsx\u00a0: rien
                  Attendu\u00a0: une feuille
                  À faire\u00a0: Ajoutez une feuille.
                """, run.err());
    }

    @Test
    void refusedInputIsAListOfErrorsInJson() {
        CommandLineRun run = run(refusing(new RefusedInputException(List.of(PROBLEM))), "--json", "work");
        assertEquals(
                "{\"exit\":3,\"errors\":[{\"where\":\"parc.xlsx\",\"found\":\"rien\","
                        + "\"expected\":\"une feuille\",\"advice\":\"Ajoutez une feuille.\"}]}\n",
                run.out());
    }

    @Test
    void anInfeasibleRequestGivesTheSmallestChange() {
        CommandLineRun run = run(
                refusing(new InfeasibleRequestException(PROBLEM, Map.of("leastBudgetCad", 310_000L))),
                "work",
                "--json");
        assertEquals(ExitCode.INFEASIBLE, run.exit());
        assertTrue(run.out().endsWith("\"feasible\":false,\"leastBudgetCad\":310000}\n"), run.out());
    }

    @Test
    void aLimitWithoutAnAnswerIsFive() {
        assertEquals(
                ExitCode.STOPPED,
                run(refusing(new StoppedByLimitException(PROBLEM)), "work").exit());
    }

    @Test
    void anAbsentFileIsRefusedByName() {
        CommandLineRun run = run(refusing(new NoSuchFileException("nulle-part.xlsx")), "work", "--lang", "en");
        assertEquals(ExitCode.REFUSED, run.exit());
        assertTrue(run.err().contains("nulle-part.xlsx: this file does not exist"), run.err());
    }

    @Test
    void aFaultOfOursShowsANumberAndKeepsItsTraceForTheLog() throws IOException {
        CommandLineRun run = run(refusing(new IllegalStateException("cause")), "work", "--json");
        assertEquals(ExitCode.FAULT, run.exit());
        Matcher number = Pattern.compile("\"errorNumber\":\"(E-[0-9A-F]{8})\"").matcher(run.out());
        assertTrue(number.find(), run.out());
        assertFalse(run.err().contains("IllegalStateException"), run.err());
        String log = Files.readString(home.resolve(".local/share/courant/log/courant.log"));
        assertTrue(log.contains(number.group(1)) && log.contains("IllegalStateException: cause"), log);
    }

    @Test
    void aFaultIsStillToldWhereNoLogCanBeWritten() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");
        CommandLineRun run = run(refusing(new IllegalStateException("cause")), "work", "--home", file.toString());
        assertEquals(ExitCode.FAULT, run.exit());
        assertTrue(run.err().contains("n'a pu être écrit"), run.err());
    }

    @Test
    void withoutACommandTheHelpIsShownAndTheUsageIsWrong() {
        CommandLineRun run = run(context -> Answer.done(Map.of(), ""));
        assertEquals(ExitCode.USAGE, run.exit());
        assertTrue(run.err().contains("Utilisation\u00a0:"), run.err());
        assertEquals("", run.out());
    }

    @Test
    void anUnknownCommandIsRefusedWithTheOneProbablyMeant() {
        CommandLineRun run = run(context -> Answer.done(Map.of(), ""), "docter");
        assertEquals(ExitCode.USAGE, run.exit());
        assertTrue(run.err().contains("Vouliez-vous écrire doctor?"), run.err());
    }

    @Test
    void noEnglishSentenceOfPicocliReachesFrenchOutput() {
        Task done = context -> Answer.done(Map.of(), "");
        assertTrue(run(done, "work", "--jsno").err().contains("l'option --jsno n'existe pas"));
        assertTrue(run(done, "work", "--jsno").err().contains("Vouliez-vous écrire --json?"));
        assertTrue(run(done, "work", "--as-of", "hier").err().contains("une date comme 2026-03-31"));
        assertTrue(run(done, "work", "--as-of").err().contains("il manque --as-of DATE"));
        assertTrue(run(done, "work", "--lang", "es").err().contains("fr ou en"));
        assertTrue(run(done, "work", "--json", "--json").err().contains("est donné deux fois"));
        assertTrue(run(done, "work", "encore").err().contains("encore est de trop"));
    }

    @Test
    void theDayOfTheFactsIsTodayUnlessAsked() {
        Task day = context -> Answer.done(Map.of("day", context.asOf().toString()), "");
        assertEquals("{\"day\":\"2026-11-24\"}\n", run(day, "work", "--json").out());
        assertEquals(
                "{\"day\":\"2025-04-01\"}\n",
                run(day, "work", "--json", "--as-of", "2025-04-01").out());
    }

    @Test
    void theHelpSpeaksTheLanguageAskedFor() {
        Task done = context -> Answer.done(Map.of(), "");
        CommandLineRun french = run(done, "--help");
        assertEquals(ExitCode.DONE, french.exit());
        assertTrue(french.out().contains("--home DOSSIER") && french.out().contains("Codes de sortie"), french.out());
        assertTrue(run(done, "--help", "--lang=en").out().contains("--home DIR"));
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        CommandLineRun run = run(context -> Answer.done(Map.of(), ""), "--version");
        assertTrue(run.out().matches("Courant \\d+\\.\\d+\\.\\d+\n"), run.out());
    }

    private CommandLineRun run(Task work, String... arguments) {
        return CommandLineRun.of(home, Map.of("work", new Given(work)), arguments);
    }

    private static Task refusing(Exception exception) {
        return context -> {
            throw exception;
        };
    }
}
