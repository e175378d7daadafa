package courant.cli;

import courant.engine.plan.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./courant plan FILE --municipality NAME --out DIR`: from a spreadsheet to the plan and its five files.
@Command(sortOptions = false, sortSynopsis = false)
final class PlanCommand implements Task {
    /// From the question to the answer, files written.
    interface Planning {
        Answer plan(PlanQuestion question, Context context) throws Exception;
    }

    private static final int MOST_YEARS = 30;
    private static final int USUAL_YEARS = 15;

    @Parameters(index = "0", paramLabel = "FILE")
    private @Nullable Path fleet;

    @Option(names = "--municipality", paramLabel = "NAME-or-CODE", required = true)
    private @Nullable String municipality;

    @Option(names = "--out", paramLabel = "DIR", required = true)
    private @Nullable Path out;

    @Option(names = "--sheet", paramLabel = "SHEET")
    private @Nullable String sheet;

    @Option(names = "--usage", paramLabel = "FILE2")
    private @Nullable Path usage;

    @Option(names = "--years", paramLabel = "N")
    private int years = USUAL_YEARS;

    @Option(names = "--first-year", paramLabel = "YEAR")
    private @Nullable Integer firstYear;

    @Option(names = "--budget", paramLabel = "CAD-or-FILE.csv")
    private @Nullable String budget;

    @Option(names = "--target", paramLabel = "CLASS:SHARE:YEAR")
    private List<String> targets = List.of();

    @Option(names = "--time-limit", paramLabel = "SECONDS")
    private @Nullable Double timeLimit;

    @Option(names = "--facts", paramLabel = "FILE.csv")
    private @Nullable Path facts;

    private final Planning planning;

    PlanCommand(Planning planning) {
        this.planning = planning;
    }

    @Override
    public Answer perform(Context context) throws Exception {
        return planning.plan(question(context), context);
    }

    private PlanQuestion question(Context context) throws IOException {
        Messages messages = context.messages();
        int first = firstYear(context);
        checkYears(messages);
        TargetText targetText = new TargetText(messages, first, first + years - 1);
        List<Target> read = targets.stream().map(targetText::read).toList();
        return new PlanQuestion(
                given(fleet),
                sheet,
                usage,
                given(municipality),
                first,
                years,
                budget(messages).cents(first, years),
                read,
                limit(messages),
                facts,
                given(out));
    }

    /// A budget is adopted before its year begins, so that the next year is the first one a plan can still change.
    private int firstYear(Context context) {
        int next = context.asOf().getYear() + 1;
        if (firstYear == null) {
            return next;
        }
        int asked = firstYear;
        if (asked < next - 1 || asked > next + MOST_YEARS) {
            throw wrong(
                    context.messages(),
                    "--first-year",
                    "plan.first-year",
                    String.valueOf(asked),
                    String.valueOf(next - 1));
        }
        return asked;
    }

    private void checkYears(Messages messages) {
        if (years < 1 || years > MOST_YEARS) {
            throw wrong(messages, "--years", "plan.years", String.valueOf(years), String.valueOf(MOST_YEARS));
        }
    }

    private Budget budget(Messages messages) throws IOException {
        return budget == null ? new Budget.Unlimited() : new BudgetText(messages).read(budget);
    }

    private @Nullable Duration limit(Messages messages) {
        if (timeLimit == null) {
            return null;
        }
        double seconds = timeLimit;
        if (!(seconds > 0 && seconds <= Duration.ofDays(7).toSeconds())) {
            throw wrong(messages, "--time-limit", "plan.time-limit", String.valueOf(seconds));
        }
        return Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
    }

    private static WrongUsageException wrong(Messages messages, String option, String key, Object... arguments) {
        return new WrongUsageException(new Problem(
                option,
                messages.say("usage.value.found", arguments[0]),
                messages.say(key + ".expected", arguments),
                messages.say(key + ".advice", arguments)));
    }

    /// picocli has refused the line already when a required value is absent.
    private static <T> T given(@Nullable T value) {
        return java.util.Objects.requireNonNull(value);
    }
}
