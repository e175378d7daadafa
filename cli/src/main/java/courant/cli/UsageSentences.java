package courant.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says in the person's language what picocli found wrong with a command line (its own sentences are English only).
///
/// @param messages sentences in the person's language
record UsageSentences(Messages messages) {

    Problem problem(ParameterException wrong) {
        String command = "./" + wrong.getCommandLine().getCommandSpec().qualifiedName();
        String help = messages.say("usage.see-help", command);
        return switch (wrong) {
            case MissingParameterException missing ->
                new Problem(
                        command,
                        messages.say("usage.missing.found", names(missing.getMissing())),
                        messages.say("usage.missing.expected"),
                        help);
            case UnmatchedArgumentException unmatched -> unmatched(command, unmatched, help);
            case OverwrittenOptionException twice ->
                new Problem(
                        command,
                        messages.say("usage.twice.found", names(List.of(twice.getOverwritten()))),
                        messages.say("usage.twice.expected"),
                        help);
            default -> unreadable(command, wrong, help);
        };
    }

    private Problem unmatched(String command, UnmatchedArgumentException unmatched, String help) {
        String word = unmatched.getUnmatched().getFirst();
        CommandSpec spec = unmatched.getCommandLine().getCommandSpec();
        String advice = Spelling.nearest(
                        word,
                        unmatched.isUnknownOption()
                                ? spec.optionsMap().keySet()
                                : spec.subcommands().keySet())
                .map(meant -> messages.say("usage.suggestion", meant) + " " + help)
                .orElse(help);
        String kind = unmatched.isUnknownOption()
                ? "usage.unknown-option"
                : unmatched.getCommandLine().getSubcommands().isEmpty() ? "usage.unexpected" : "usage.unknown-command";
        return new Problem(command, messages.say(kind + ".found", word), messages.say(kind + ".expected"), advice);
    }

    private Problem unreadable(String command, ParameterException wrong, String help) {
        ArgSpec argument = wrong.getArgSpec();
        if (argument == null) {
            return new Problem(command, messages.say("usage.other.found"), messages.say("usage.other.expected"), help);
        }
        return new Problem(
                names(List.of(argument)),
                messages.say("usage.value.found", Objects.requireNonNullElse(wrong.getValue(), "")),
                expected(argument),
                help);
    }

    private String expected(ArgSpec argument) {
        Class<?> type = argument.type();
        if (type == Integer.class || type == int.class) {
            return messages.say("usage.expected.integer");
        }
        if (type == Double.class || type == double.class) {
            return messages.say("usage.expected.number");
        }
        if (type == LocalDate.class) {
            return messages.say("usage.expected.date");
        }
        if (type == Path.class) {
            return messages.say("usage.expected.path");
        }
        return messages.say("usage.expected.text");
    }

    private String names(List<ArgSpec> arguments) {
        return arguments.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private String name(ArgSpec argument) {
        String label = new Labels(messages).of(argument);
        return argument instanceof OptionSpec option ? (option.longestName() + " " + label).strip() : label;
    }
}
