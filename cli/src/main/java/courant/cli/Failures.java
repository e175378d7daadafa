package courant.cli;

import courant.postgres.DatabaseException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import picocli.CommandLine.ParameterException;

/// The one place that turns an exception into an answer: sentences, JSON `errors`, and an exit code.
///
/// What a person can put right is said as such. Anything else is a fault of ours: it gets a number, its details go to
/// the log, and no stack trace reaches the screen.
///
/// @param messages sentences in the person's language
/// @param log where the details of our own faults go
/// @param arguments the command line, for the log
record Failures(Messages messages, FaultLog log, List<String> arguments) {

    Answer answer(Throwable thrown) {
        return switch (thrown) {
            case ParameterException wrong -> usage(List.of(new UsageSentences(messages).problem(wrong)));
            case WrongUsageException wrong -> usage(wrong.problems());
            case RefusedInputException refused ->
                answer(ExitCode.REFUSED, refused.problems(), messages.say("failure.refused"));
            case DatabaseException database ->
                answer(
                        ExitCode.REFUSED,
                        List.of(DatabaseSentences.problem(database.problem(), messages)),
                        messages.say("failure.refused"));
            case InfeasibleRequestException infeasible -> infeasible(infeasible);
            case StoppedByLimitException stopped ->
                answer(ExitCode.STOPPED, List.of(stopped.problem()), messages.say("failure.stopped"));
            case FileSystemException file ->
                answer(ExitCode.REFUSED, List.of(fileProblem(file)), messages.say("failure.refused"));
            default -> fault(thrown);
        };
    }

    private Answer usage(List<Problem> problems) {
        return answer(ExitCode.USAGE, problems, messages.say("failure.usage"));
    }

    private Answer infeasible(InfeasibleRequestException infeasible) {
        Answer answer = answer(ExitCode.INFEASIBLE, List.of(infeasible.problem()), messages.say("failure.infeasible"));
        answer.json().put("feasible", false);
        answer.json().putAll(infeasible.smallestChange());
        return answer;
    }

    private Problem fileProblem(FileSystemException file) {
        String where = Objects.requireNonNullElse(file.getFile(), messages.say("file.unnamed"));
        String kind = switch (file) {
            case NoSuchFileException missing -> "file.missing";
            case AccessDeniedException denied -> "file.denied";
            default -> "file.other";
        };
        return new Problem(
                where, messages.say(kind + ".found"), messages.say(kind + ".expected"), messages.say(kind + ".advice"));
    }

    private Answer fault(Throwable thrown) {
        String number = FaultLog.newNumber();
        Optional<Path> file = log.add(number, thrown, arguments);
        Problem problem = new Problem(
                messages.say("fault.where"),
                messages.say("fault.found", number),
                messages.say("fault.expected"),
                file.map(f -> messages.say("fault.advice", number, f))
                        .orElseGet(() -> messages.say("fault.advice.no-log", number, log.file())));
        Answer answer = answer(ExitCode.FAULT, List.of(problem), messages.say("failure.fault", number));
        answer.json().put("errorNumber", number);
        return answer;
    }

    private Answer answer(ExitCode exit, List<Problem> problems, String title) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("exit", exit.code());
        json.put("errors", problems.stream().map(Problem::json).toList());
        String sentences = problems.stream().map(messages::problem).collect(Collectors.joining("\n"));
        return new Answer(exit, json, title + "\n" + sentences);
    }
}
