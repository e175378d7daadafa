package courant.platform.purchasing;

import courant.engine.fact.Fact;
import courant.facts.FactTables;
import courant.platform.editorial.TextLibrary;
import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
import courant.platform.web.Typed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/// « Regroupements d'achats »: three legal routes, the thresholds and delays of the fact tables, what others did.
@Controller
class GroupPurchaseController {
    private static final ZoneId QUEBEC = ZoneId.of("America/Toronto");
    private static final List<String> SHOWN = List.of(
            "proc.invitation_from",
            "proc.public_threshold",
            "proc.public_threshold_2024_25",
            TypicalCalendar.BASIC_DELAY,
            TypicalCalendar.LONG_DELAY,
            TypicalCalendar.COMPLAINT_DAYS,
            "proc.complaint_deadline.gap_business_days_min",
            "proc.umq_fee.member",
            "proc.umq_fee.non_member");

    private final TextLibrary library;
    private final Clock clock;

    GroupPurchaseController(TextLibrary library, Clock clock) {
        this.library = library;
        this.clock = clock;
    }

    @GetMapping("/regroupements")
    String all(
            @RequestParam(name = "depart", defaultValue = "") String typed,
            @ModelAttribute("page") Page page,
            Model model) {
        LocalDate today = LocalDate.now(clock.withZone(QUEBEC));
        Optional<LocalDate> start = date(typed);
        model.addAttribute(
                "text",
                library.page("regroupements", page.locale()).orElseThrow(() -> new NotFoundException("regroupements")));
        model.addAttribute("facts", latest());
        model.addAttribute("today", today);
        model.addAttribute("start", start.map(LocalDate::toString).orElse(Typed.line(typed, 20)));
        model.addAttribute("error", !typed.isBlank() && start.isEmpty() ? page.say("purchase.calendar.error") : "");
        start.ifPresent(day -> model.addAttribute(
                "calendar", TypicalCalendar.from(day, FactTables.facts().asOf(day))));
        model.addAttribute(
                "peers",
                library.resources(page.locale()).stream()
                        .filter(resource -> resource.genre().equals("exemple"))
                        .filter(resource -> resource.workstreams().contains("economies-locales"))
                        .filter(resource -> !resource.measured().isEmpty())
                        .toList());
        return "purchasing/purchases";
    }

    /// A day that a calendar may begin on; another century is a slip of the keyboard.
    private static Optional<LocalDate> date(String typed) {
        return Typed.date(typed).filter(day -> day.getYear() >= 2020 && day.getYear() < 2100);
    }

    /// The newest period of each, also when it has ended: the page says when.
    private static List<Fact> latest() {
        return SHOWN.stream()
                .map(id -> FactTables.facts().all().stream()
                        .filter(fact -> fact.id().equals(id))
                        .reduce((earlier, later) -> later)
                        .orElseThrow(() -> new IllegalStateException("No fact " + id)))
                .toList();
    }
}
