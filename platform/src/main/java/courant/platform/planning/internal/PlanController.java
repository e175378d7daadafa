package courant.platform.planning.internal;

import courant.engine.plan.UnitPlan;
import courant.platform.funding.ProgrammeLibrary;
import courant.platform.web.NotFoundException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// « Mon plan » : the answer to a question, the way to it, and why each unit is in it as it is.
@Controller
class PlanController {
    /// Most plans are there within this time: no progress page flickers by.
    private static final Duration PATIENCE = Duration.ofMillis(1800);

    private final AnalysisDesk desk;
    private final ProgrammeLibrary programmes;

    PlanController(AnalysisDesk desk, ProgrammeLibrary programmes) {
        this.desk = desk;
        this.programmes = programmes;
    }

    /// The question of the address.
    @ModelAttribute("asked")
    Question.Asked asked(
            @RequestParam(defaultValue = "") String budget,
            @RequestParam(defaultValue = "") String cible,
            @RequestParam(defaultValue = "") String annee,
            @RequestParam(defaultValue = "") String recherche) {
        return new Question.Asked(budget, cible, annee, recherche);
    }

    @GetMapping("/analyser/{id}/plan")
    ModelAndView plan(
            @PathVariable String id,
            @ModelAttribute("asked") Question.Asked asked,
            @ModelAttribute("units") UnitsShown.Asked units,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @RequestHeader(name = "HX-History-Restore-Request", required = false) @Nullable String restored,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        AnalysisStore.Visit visit = desk.visit(id);
        boolean isPiece = htmx != null && restored == null;
        Horizon horizon = Horizon.from(visit.plans().today());
        return switch (Question.read(asked, horizon)) {
            case Question.Reading.Wrong(List<FieldError> errors) ->
                page(PlanPage.wrong(visit, horizon, asked, errors), isPiece, HttpStatus.UNPROCESSABLE_CONTENT);
            case Question.Reading.Understood(Question question) -> answer(visit, horizon, question, units, isPiece);
        };
    }

    private ModelAndView answer(
            AnalysisStore.Visit visit, Horizon horizon, Question question, UnitsShown.Asked units, boolean isPiece) {
        PlanJob job = desk.ask(visit, question);
        if (job == null) {
            return SeeOther.at("/analyser/" + visit.id());
        }
        job.await(PATIENCE);
        PlanPage page = PlanPage.of(visit, horizon, question, job, units);
        return page(page, isPiece, page.isFailed() ? HttpStatus.INTERNAL_SERVER_ERROR : HttpStatus.OK);
    }

    /// A piece of the page is swapped in whatever it says: htmx leaves out what comes with an error status.
    private static ModelAndView page(PlanPage page, boolean isPiece, HttpStatus status) {
        ModelAndView answer = new ModelAndView(isPiece ? "planning/piece" : "planning/plan");
        answer.setStatus(isPiece ? HttpStatus.OK : status);
        answer.addObject("view", page);
        return answer;
    }

    /// Where a plan is on its way; it asks nothing by itself, so that a cancelled plan stays cancelled.
    @GetMapping("/analyser/{id}/plan/avancement")
    ModelAndView progress(
            @PathVariable String id,
            @ModelAttribute("asked") Question.Asked asked,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        AnalysisStore.Visit visit = desk.visit(id);
        Horizon horizon = Horizon.from(visit.plans().today());
        Question question = understood(asked, horizon);
        String plan = question.at("/analyser/" + id + "/plan");
        Optional<PlanJob> job = visit.plans().find(question);
        if (job.isEmpty() || job.get().isOver() && !job.get().isCancelled()) {
            if (htmx == null) {
                return SeeOther.at(plan);
            }
            response.setHeader("HX-Redirect", plan);
        }
        return job.isEmpty()
                ? SeeOther.at(plan)
                : page(
                        PlanPage.of(visit, horizon, question, job.get(), UnitsShown.Asked.FIRST),
                        htmx != null,
                        HttpStatus.OK);
    }

    @PostMapping("/analyser/{id}/plan/annulation")
    ModelAndView cancel(@PathVariable String id, @ModelAttribute("asked") Question.Asked asked) {
        AnalysisStore.Visit visit = desk.visit(id);
        Question question = understood(asked, Horizon.from(visit.plans().today()));
        visit.plans().find(question).ifPresent(PlanJob::cancel);
        return SeeOther.at(question.at("/analyser/" + id + "/plan/avancement"));
    }

    @GetMapping("/analyser/{id}/plan/unites/{row}")
    ModelAndView unit(
            @PathVariable String id,
            @PathVariable int row,
            @ModelAttribute("asked") Question.Asked asked,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        AnalysisStore.Visit visit = desk.visit(id);
        Horizon horizon = Horizon.from(visit.plans().today());
        Question question = understood(asked, horizon);
        PlanJob job = desk.ask(visit, question);
        if (job != null && job.await(PATIENCE) && job.outcome().orElse(null) instanceof PlanOutcome.Planned planned) {
            UnitPlan unit = planned.result().units().stream()
                    .filter(u -> u.unit().sourceRow() == row)
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException("row " + row));
            return new ModelAndView("planning/unit").addObject("view", UnitPage.of(visit, question, planned, unit));
        }
        return SeeOther.at(question.at("/analyser/" + id + "/plan"));
    }

    /// « Ce que votre plan pourrait obtenir » : the programmes for all lines of the plan.
    @GetMapping("/analyser/{id}/plan/aide-financiere")
    ModelAndView funding(
            @PathVariable String id, @ModelAttribute("asked") Question.Asked asked, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        AnalysisStore.Visit visit = desk.visit(id);
        Question question = understood(asked, Horizon.from(visit.plans().today()));
        PlanJob job = desk.ask(visit, question);
        if (job != null && job.await(PATIENCE) && job.outcome().orElse(null) instanceof PlanOutcome.Planned planned) {
            return new ModelAndView("planning/funding")
                    .addObject("view", FundingPage.of(visit, question, planned, programmes.listed()));
        }
        return SeeOther.at(question.at("/analyser/" + id + "/plan"));
    }

    private static Question understood(Question.Asked asked, Horizon horizon) {
        return Question.read(asked, horizon) instanceof Question.Reading.Understood(Question question)
                ? question
                : Question.FREE;
    }
}
