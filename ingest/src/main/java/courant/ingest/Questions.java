package courant.ingest;

import courant.ingest.sheet.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// What of a table only the person can settle, with the answers to choose from.
final class Questions {
    /// Under these confidences the field of a column of distances is asked.
    private static final double SURE_KM_PER_YEAR = 0.85;

    private static final double SURE_ODOMETER = 0.8;

    private final Messages messages;
    private final Locale locale;

    Questions(Messages messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    List<Question> of(List<ColumnUnderstanding> columns, List<Row> rows) {
        List<Question> questions = new ArrayList<>();
        for (ColumnUnderstanding column : columns) {
            int filled = filled(column, rows);
            Field field = column.field();
            if (filled == 0 || field == null) {
                continue;
            }
            if (field.isDate() && !column.unitStated()) {
                dateOrder(column, rows, questions);
            } else if (column.is(Field.KM_PER_YEAR) && column.confidence() < SURE_KM_PER_YEAR) {
                questions.add(oneOf(Question.Kind.KM_OR_ODOMETER, column, filled, field, Field.ODOMETER));
            } else if (column.is(Field.ODOMETER) && column.confidence() < SURE_ODOMETER) {
                questions.add(oneOf(Question.Kind.KM_OR_ODOMETER, column, filled, field, Field.KM_PER_YEAR));
            } else if (column.is(Field.HOUR_METER)) {
                questions.add(oneOf(Question.Kind.HOURS_OR_METER, column, filled, field, Field.HOURS_PER_YEAR));
            }
            if (column.unit().equals(Quantity.US_GALLON.id()) && !saysAmerican(column.header())) {
                questions.add(gallon(column, filled));
            }
        }
        return questions;
    }

    /// Another sheet of the file that lists units too.
    Question otherSheet(String name, int rows) {
        Answer other = new Answer.OfSheet(messages.say("answer.sheet", name), name);
        return new Question(
                Question.Kind.SHEET, "", rows, true, messages.say("question.sheet", name, rows), List.of(other));
    }

    /// Rows whose unit number another row has too.
    Question duplicates(int rows, Duplicates assumed) {
        List<Answer> answers = new ArrayList<>();
        answers.add(keep(assumed));
        for (Duplicates choice : Duplicates.values()) {
            if (choice != assumed) {
                answers.add(keep(choice));
            }
        }
        return new Question(
                Question.Kind.DUPLICATES, "", rows, true, messages.say("question.duplicates", rows), answers);
    }

    private Answer keep(Duplicates choice) {
        String key = "answer." + choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Answer.OfDuplicates(messages.say(key), choice);
    }

    private static int filled(ColumnUnderstanding column, List<Row> rows) {
        return (int) rows.stream()
                .filter(r -> !EmptyWords.isEmpty(r.text(column.index())))
                .count();
    }

    private static boolean saysAmerican(String header) {
        return Words.simple(header).matches("(.* )?us( .*)?");
    }

    private void dateOrder(ColumnUnderstanding column, List<Row> rows, List<Question> questions) {
        DateOrder order = DateOrder.of(column.header(), column.index(), rows);
        if (order.isUndecided()) {
            String key = order.mixed() ? "question.date-mixed" : "question.date-order";
            questions.add(new Question(
                    Question.Kind.DATE_ORDER,
                    column.header(),
                    order.ambiguous(),
                    false,
                    messages.say(key, column.header(), order.ambiguous()),
                    List.of(
                            inUnit("answer.day-first", column, DateText.Order.DAY_MONTH_YEAR.id()),
                            inUnit("answer.month-first", column, DateText.Order.MONTH_DAY_YEAR.id()))));
        }
    }

    private Question oneOf(Question.Kind kind, ColumnUnderstanding column, int filled, Field assumed, Field other) {
        String text = messages.say("question.field", column.header(), describe(assumed));
        return new Question(kind, column.header(), filled, true, text, List.of(as(column, assumed), as(column, other)));
    }

    private Question gallon(ColumnUnderstanding column, int filled) {
        return new Question(
                Question.Kind.GALLON,
                column.header(),
                filled,
                true,
                messages.say("question.gallon", column.header()),
                List.of(
                        inUnit("answer.gallon-us", column, Quantity.US_GALLON.id()),
                        inUnit("answer.gallon-imp", column, Quantity.IMPERIAL_GALLON.id())));
    }

    private Answer as(ColumnUnderstanding column, Field field) {
        return new Answer.OfColumn(describe(field), column.index(), ColumnChoice.of(field));
    }

    private Answer inUnit(String key, ColumnUnderstanding column, String unit) {
        return new Answer.OfColumn(
                messages.say(key), column.index(), new ColumnChoice(Objects.requireNonNull(column.field()), unit));
    }

    private String describe(Field field) {
        return FieldTable.table().describe(field, locale);
    }
}
