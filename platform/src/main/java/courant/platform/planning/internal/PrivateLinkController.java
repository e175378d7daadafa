package courant.platform.planning.internal;

import courant.engine.climate.Municipality;
import courant.ingest.RefusedFileException;
import courant.platform.web.NotFoundException;
import courant.platform.web.Requester;
import courant.platform.web.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The private link: keeps an analysis 30 days for whoever holds its address, when the person asks for it.
///
/// Opening the address shows what it keeps; a button opens the analysis, another deletes it.
@Controller
class PrivateLinkController {
    private static final Duration LIFE = Duration.ofDays(30);
    /// Of all people behind one address: a town hall has one.
    private static final int MOST_AN_HOUR = 120;

    private final AnalysisDesk desk;
    private final PrivatePlanStore store;
    private final Towns towns;
    private final Clock clock;
    private final PerHour limit;

    PrivateLinkController(AnalysisDesk desk, PrivatePlanStore store, Towns towns, Clock clock) {
        this.desk = desk;
        this.store = store;
        this.towns = towns;
        this.clock = clock;
        this.limit = new PerHour(MOST_AN_HOUR, clock);
    }

    /// @param question the question of the plan on the screen, as the query of its address
    @PostMapping("/analyser/{id}/lien")
    ModelAndView keep(
            @PathVariable String id, @RequestParam(defaultValue = "") String question, HttpServletRequest request) {
        AnalysisStore.Visit visit = desk.visit(id);
        Analysis analysis = visit.analysis();
        Municipality municipality = analysis.municipality();
        if (municipality == null) {
            return SeeOther.at("/analyser/" + id);
        }
        if (!limit.allows(Requester.hash(request, "private-plan"))) {
            return tooMany();
        }
        String asked = safe(question);
        Secret link = visit.plans()
                .link(
                        asked,
                        known -> store.find(known).isPresent(),
                        () -> store.save(new PrivatePlan(
                                municipality.code(),
                                analysis.fileName(),
                                asked,
                                analysis.inventory(),
                                Instant.now(clock).plus(LIFE))));
        return SeeOther.at("/analyser/prive/" + link.text());
    }

    private static ModelAndView tooMany() {
        ModelAndView page = new ModelAndView("planning/private-many");
        page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        return page;
    }

    /// Only what a question writes: it becomes part of an address.
    private static String safe(String question) {
        return question.matches("[a-z0-9=&]{0,100}") ? question : "";
    }

    @GetMapping("/analyser/prive/{secret}")
    ModelAndView show(@PathVariable String secret) {
        return Secret.of(secret)
                .flatMap(store::find)
                .map(plan -> page(secret, plan))
                .orElseGet(PrivateLinkController::gone);
    }

    private ModelAndView page(String secret, PrivatePlan plan) {
        return new ModelAndView("planning/private")
                .addObject("secret", secret)
                .addObject("fileName", plan.fileName())
                .addObject("town", town(plan).name())
                .addObject("expires", LocalDate.ofInstant(plan.expiresAt(), clock.getZone()));
    }

    private Municipality town(PrivatePlan plan) {
        if (towns.find(plan.municipalityCode()) instanceof Towns.Found.One(Municipality municipality)) {
            return municipality;
        }
        throw new NotFoundException(plan.municipalityCode());
    }

    /// Guessed, expired and deleted look the same: nothing is told to who does not hold the link.
    private static ModelAndView gone() {
        ModelAndView page = new ModelAndView("planning/private-gone");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    @PostMapping("/analyser/prive/{secret}/ouverture")
    ModelAndView open(@PathVariable String secret) throws RefusedFileException {
        PrivatePlan plan = Secret.of(secret).flatMap(store::find).orElse(null);
        if (plan == null) {
            return gone();
        }
        String name = plan.fileName().replaceFirst("\\.[A-Za-z]{2,5}$", "") + ".csv";
        String id = desk.reopen(new NamedFile(name, plan.inventory()), town(plan));
        String plans = "/analyser/" + id + "/plan";
        return SeeOther.at(plan.question().isEmpty() ? plans : plans + "?" + plan.question());
    }

    @PostMapping("/analyser/prive/{secret}/effacement")
    ModelAndView delete(@PathVariable String secret) {
        boolean deleted = Secret.of(secret).filter(store::delete).isPresent();
        return deleted ? SeeOther.at("/analyser/oubliee") : gone();
    }
}
