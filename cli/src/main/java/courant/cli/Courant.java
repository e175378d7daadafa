package courant.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.SequencedMap;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// The command line from its words to its exit code.
public final class Courant {
    private final Surroundings surroundings;
    private final SequencedMap<String, Task> commands;

    /// @param commands the commands that exist, by name, in the order of the help; a name such as `directory import` is
    /// a command of a group
    Courant(Surroundings surroundings, SequencedMap<String, Task> commands) {
        this.surroundings = surroundings;
        this.commands = commands;
    }

    public static void main(String[] arguments) {
        Surroundings surroundings = Surroundings.ofThisProcess();
        System.exit(new Courant(surroundings, Commands.all()).run(arguments).code());
    }

    /// Reads the words, does the work, prints the answer: on standard output when done, on standard error when not
    /// (with `--json` always one object on standard output).
    ExitCode run(String... arguments) {
        List<String> words = List.of(arguments);
        Messages messages = Messages.in(language(words)).orElseGet(Messages::french);
        Progress progress = new Progress(surroundings.err(), surroundings.terminal(), messages);
        RootCommand options = new RootCommand();
        Answer answer;
        try {
            CommandLine root = CommandTree.of(options, commands, messages);
            ParseResult parsed = root.parseArgs(arguments);
            if (parsed.subcommand() == null && options.version) {
                surroundings.out().println("Courant " + version());
                return ExitCode.DONE;
            }
            CommandLine asked = parsed.asCommandLineList().getLast();
            if (options.help || asksForHelp(parsed)) {
                asked.usage(surroundings.out());
                return ExitCode.DONE;
            }
            if (!(asked.getCommandSpec().userObject() instanceof Task task)) {
                asked.usage(surroundings.err());
                return ExitCode.USAGE;
            }
            checkLanguage(options, messages);
            answer = task.perform(context(options, messages, progress));
        } catch (Throwable thrown) {
            answer = new Failures(
                            messages, new FaultLog(userFolder(words, options).logFile()), words)
                    .answer(thrown);
        }
        progress.end();
        print(answer, options.json || words.contains("--json"));
        return answer.exit();
    }

    private static boolean asksForHelp(ParseResult parsed) {
        return parsed.isUsageHelpRequested() || (parsed.subcommand() != null && asksForHelp(parsed.subcommand()));
    }

    private Context context(RootCommand options, Messages messages, Progress progress) {
        return new Context(
                messages,
                progress,
                UserFolder.of(options.home, surroundings),
                Objects.requireNonNullElse(options.asOf, surroundings.today()));
    }

    /// The language must be known before the words are read, since what is wrong with them is said in it.
    private String language(List<String> words) {
        return valueOf("--lang", words, surroundings.environment().getOrDefault("COURANT_LANG", "fr"));
    }

    private static String valueOf(String option, List<String> words, String otherwise) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).startsWith(option + "=")) {
                return words.get(i).substring(option.length() + 1);
            }
            if (words.get(i).equals(option) && i + 1 < words.size()) {
                return words.get(i + 1);
            }
        }
        return otherwise;
    }

    private static void checkLanguage(RootCommand options, Messages messages) {
        String language = options.language;
        if (language != null && Messages.in(language).isEmpty()) {
            throw new WrongUsageException(new Problem(
                    "--lang",
                    messages.say("usage.value.found", language),
                    messages.say("lang.expected"),
                    messages.say("lang.advice")));
        }
    }

    private UserFolder userFolder(List<String> words, RootCommand options) {
        String home = valueOf("--home", words, "");
        Path given = options.home == null && !home.isBlank() ? Path.of(home) : options.home;
        return UserFolder.of(given, surroundings);
    }

    private void print(Answer answer, boolean json) {
        if (json) {
            surroundings.out().println(JsonText.of(answer.json()));
        }
        if (answer.exit() != ExitCode.DONE) {
            surroundings.err().println(answer.text());
        } else if (!json) {
            surroundings.out().println(answer.text());
        }
        surroundings.out().flush();
        surroundings.err().flush();
    }

    static String version() {
        Properties properties = new Properties();
        try (InputStream stream =
                Objects.requireNonNull(Courant.class.getResourceAsStream("version.properties"), "version.properties")) {
            properties.load(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties.getProperty("version");
    }
}
