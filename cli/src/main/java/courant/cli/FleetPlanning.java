package courant.cli;

import courant.engine.climate.Municipality;
import courant.engine.climate.WeatherYear;
import courant.engine.cost.Money;
import courant.engine.fact.FactSet;
import courant.engine.fleet.Fleet;
import courant.engine.optimise.SearchLimits;
import courant.engine.plan.InfeasiblePlanException;
import courant.engine.plan.PlanInputs;
import courant.engine.plan.PlanResult;
import courant.engine.plan.PlanStage;
import courant.engine.plan.Planner;
import courant.engine.plan.Target;
import courant.engine.plan.UndecidedPlanException;
import courant.facts.AmbiguousMunicipalityException;
import courant.facts.Directory;
import courant.facts.FactTables;
import courant.facts.PlanBasis;
import courant.facts.TableException;
import courant.facts.UnknownMunicipalityException;
import courant.ingest.Understanding;
import courant.reports.ReportFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// The main job, from a spreadsheet to the five files of a plan.
final class FleetPlanning implements PlanCommand.Planning {
    /// Enough for a proof on small fleets and a gap far under one percent on large ones.
    private static final Duration USUAL_SEARCH = Duration.ofSeconds(3);

    private static final long MOST_NODES = 1_000_000;

    @Override
    public Answer plan(PlanQuestion question, Context context) throws IOException {
        long began = System.nanoTime();
        Messages messages = context.messages();
        context.progress().at(messages.say("plan.step.reading"), 0.05);
        Inventory inventory = new Inventory(context);
        Understanding understanding = inventory.read(question.fleet(), question.sheet());
        Fleet fleet = question.usage() == null
                ? understanding.fleet()
                : inventory.join(understanding, question.usage()).fleet();
        Directory directory = directory(context);
        Municipality municipality = municipality(directory, question.municipality(), messages);
        context.progress().at(messages.say("plan.step.winter"), 0.2);
        PlanInputs inputs = inputs(question, context, fleet, municipality, directory.weather(municipality));
        PlanResult result = solve(inputs, question, context).took((System.nanoTime() - began) / 1e9);
        context.progress().at(messages.say("plan.step.writing"), 0.8);
        ReportFiles.write(question.out(), result, messages.locale());
        PlanSummary summary = new PlanSummary(result);
        SequencedMap<String, Object> json = summary.json();
        json.put("unitsRefused", understanding.refusedRows());
        return Answer.done(json, summary.text(messages, ReportFiles.NAMES));
    }

    private static Directory directory(Context context) throws IOException {
        Path kept = context.userFolder().directoryFile();
        return Files.exists(kept) ? Directory.load(kept) : Directory.bundled();
    }

    private static Municipality municipality(Directory directory, String asked, Messages messages) {
        try {
            return directory.resolve(asked);
        } catch (AmbiguousMunicipalityException several) {
            throw refused(asked, messages, "municipality.ambiguous", choices(several.candidates()));
        } catch (UnknownMunicipalityException none) {
            String key = none.suggestions().isEmpty() ? "municipality.unlike" : "municipality.unknown";
            throw refused(asked, messages, key, choices(none.suggestions()));
        }
    }

    private static String choices(List<Municipality> candidates) {
        return candidates.stream()
                .map(m -> "%s %s (%s)".formatted(m.code(), m.name(), m.mrc().isEmpty() ? m.region() : m.mrc()))
                .collect(Collectors.joining("; "));
    }

    private static RefusedInputException refused(String asked, Messages messages, String key, String choices) {
        return new RefusedInputException(List.of(new Problem(
                "--municipality",
                messages.say(key + ".found", asked),
                messages.say(key + ".expected"),
                messages.say(key + ".advice", choices))));
    }

    private static PlanInputs inputs(
            PlanQuestion question, Context context, Fleet fleet, Municipality municipality, WeatherYear weather)
            throws IOException {
        if (fleet.planned().isEmpty()) {
            Messages messages = context.messages();
            throw new RefusedInputException(List.of(new Problem(
                    question.fleet().toString(),
                    messages.say("plan.nothing.found", fleet.rows()),
                    messages.say("plan.nothing.expected"),
                    messages.say("plan.nothing.advice"))));
        }
        return PlanBasis.of(fleet, municipality, weather, facts(question), context.asOf())
                .inputs(new PlanBasis.Question(
                        question.firstYear(), question.years(), question.budgetCents(), question.targets()));
    }

    private static FactSet facts(PlanQuestion question) throws IOException {
        FactSet facts = FactTables.facts();
        if (question.factsOverlay() == null) {
            return facts;
        }
        try {
            return facts.with(FactTables.read(question.factsOverlay()));
        } catch (TableException refused) {
            throw new RefusedInputException(List.of(DirectoryImporting.problem(refused.problem())));
        }
    }

    private static PlanResult solve(PlanInputs inputs, PlanQuestion question, Context context) {
        Messages messages = context.messages();
        Duration limit = question.timeLimit() == null ? USUAL_SEARCH : question.timeLimit();
        long stop = System.nanoTime() + limit.toNanos();
        try {
            return Planner.plan(
                    inputs,
                    new SearchLimits(MOST_NODES, () -> System.nanoTime() > stop, 0, 1),
                    stage -> show(stage, context));
        } catch (InfeasiblePlanException infeasible) {
            throw infeasible(infeasible.remedy(), messages);
        } catch (UndecidedPlanException undecided) {
            throw new StoppedByLimitException(new Problem(
                    "--time-limit",
                    messages.say("plan.undecided.found", limit.toSeconds()),
                    messages.say("plan.undecided.expected"),
                    messages.say("plan.undecided.advice")));
        }
    }

    private static void show(PlanStage stage, Context context) {
        Messages messages = context.messages();
        switch (stage) {
            case SEARCH -> context.progress().at(messages.say("plan.step.solving"), 0.4);
            case REMEDY -> context.progress().at(messages.say("plan.step.remedy"), 0.6);
            case REFERENCE -> context.progress().at(messages.say("plan.step.reference"), 0.6);
        }
    }

    private static InfeasibleRequestException infeasible(InfeasiblePlanException.Remedy remedy, Messages messages) {
        Map<String, Object> change = new LinkedHashMap<>();
        String advice = messages.say("plan.infeasible.advice");
        Long budget = remedy.leastYearlyBudgetCents();
        if (budget != null) {
            change.put("leastBudgetCad", Money.cad(budget));
            advice = messages.say("plan.infeasible.budget", messages.dollars(budget));
        }
        Long tooLow = remedy.provedTooLowCents();
        if (tooLow != null) {
            change.put("provedTooLowCad", Money.cad(tooLow));
            advice += " " + messages.say("plan.infeasible.too-low", messages.dollars(tooLow));
        }
        Target share = remedy.largestShare();
        if (share != null) {
            change.put("largestShare", Map.of("scope", share.scope(), "share", share.share(), "year", share.year()));
            advice = messages.say(
                    "plan.infeasible.share", share.scope(), messages.decimal(100 * share.share(), 1), year(share));
        }
        Target later = remedy.earliestYear();
        if (later != null) {
            change.put("earliestYear", later.year());
            advice += " " + messages.say("plan.infeasible.later", year(later));
        }
        return new InfeasibleRequestException(
                new Problem(
                        messages.say("plan.infeasible.where"),
                        messages.say("plan.infeasible.found"),
                        messages.say("plan.infeasible.expected"),
                        advice),
                change);
    }

    private static String year(Target target) {
        return String.valueOf(target.year());
    }
}
