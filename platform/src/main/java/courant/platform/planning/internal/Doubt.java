package courant.platform.planning.internal;

import courant.ingest.Answer;
import courant.ingest.Question;
import courant.ingest.Understanding;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Something only the person can settle, with its answers, each one click that holds for all its rows.
///
/// @param text the question
/// @param choices one button each
public record Doubt(String text, List<Choice> choices) {
    /// @param label what the button says
    /// @param value what it sends
    public record Choice(String label, String value) {}

    public Doubt {
        choices = List.copyOf(choices);
    }

    /// The doubts of a reading; the choice of the sheet has a field of its own.
    static List<Doubt> of(Understanding understood) {
        return understood.questions().stream()
                .filter(question -> question.kind() != Question.Kind.SHEET)
                .map(Doubt::of)
                .toList();
    }

    private static Doubt of(Question question) {
        return new Doubt(
                Typography.of(question.text()),
                IntStream.range(0, question.answers().size())
                        .mapToObj(i -> new Choice(
                                Typography.of(question.answers().get(i).label()), value(question, i)))
                        .toList());
    }

    /// The answer a button stands for, unless the reading has changed since the page was made.
    static Optional<Answer> answer(Understanding understood, String value) {
        return understood.questions().stream()
                .flatMap(question -> IntStream.range(0, question.answers().size())
                        .filter(i -> value(question, i).equals(value))
                        .mapToObj(question.answers()::get))
                .findFirst();
    }

    private static String value(Question question, int answer) {
        return question.kind() + ":" + answer + ":" + question.column();
    }
}
