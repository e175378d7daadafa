package courant.platform.funding.internal;

import courant.platform.mail.Sender;
import courant.platform.web.EmailAddress;
import courant.platform.web.Page;
import courant.platform.web.Requester;
import courant.platform.web.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// « M'aviser »: a search of programmes as an alert. Opening a link of a letter changes nothing; a button does.
@Controller
class AlertController {
    private final Alerts alerts;
    private final AlertLedger ledger;
    private final Sender sender;

    AlertController(Alerts alerts, AlertLedger ledger, Sender sender) {
        this.alerts = alerts;
        this.ledger = ledger;
        this.sender = sender;
    }

    @GetMapping("/aide-financiere/alerte")
    String form(@RequestParam Map<String, String> parameters, @ModelAttribute("page") Page page, Model model) {
        return form(model, page, ProgrammeFilter.of(parameters), "", "", "weekly");
    }

    private String form(Model model, Page page, ProgrammeFilter search, String email, String error, String rhythm) {
        model.addAttribute("open", sender.open());
        model.addAttribute("search", search);
        model.addAttribute("described", search.described(page.words()));
        model.addAttribute("email", email);
        model.addAttribute("emailError", error);
        model.addAttribute("rhythm", rhythm);
        return "funding/alert";
    }

    @PostMapping("/aide-financiere/alerte")
    String ask(
            @RequestParam Map<String, String> parameters,
            @RequestParam(name = "rythme", defaultValue = "weekly") String rhythm,
            @RequestParam(name = "courriel", defaultValue = "") String typed,
            @ModelAttribute("page") Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ProgrammeFilter search = ProgrammeFilter.of(parameters);
        Optional<EmailAddress> email = EmailAddress.read(typed);
        if (email.isEmpty() || !sender.open()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return form(model, page, search, typed.strip(), page.say("newsletter.email.error"), rhythm);
        }
        alerts.ask(
                email.get(),
                search,
                rhythm.equals("daily") ? "daily" : "weekly",
                page.words(),
                Requester.hash(request, "funding-alert"));
        return "redirect:/aide-financiere/alerte/demande";
    }

    @GetMapping("/aide-financiere/alerte/demande")
    String asked(Model model) {
        model.addAttribute("demonstration", sender.demonstration());
        return "funding/alert-asked";
    }

    @GetMapping("/aide-financiere/alerte/confirmation/{link}")
    String confirmation(
            @PathVariable String link, @ModelAttribute("page") Page page, HttpServletResponse response, Model model) {
        Optional<String> search = Secret.of(link).flatMap(ledger::toConfirm);
        search.map(query -> ProgrammeFilter.parse(query).described(page.words()))
                .ifPresent(described -> model.addAttribute("text", page.say("alert.page.confirm.ask.text", described)));
        return link(response, model, "confirm", search.isPresent() ? "ask" : "invalid");
    }

    @PostMapping("/aide-financiere/alerte/confirmation/{link}")
    String confirm(@PathVariable String link, HttpServletResponse response, Model model) {
        return link(
                response,
                model,
                "confirm",
                Secret.of(link).filter(ledger::confirm).isPresent() ? "done" : "invalid");
    }

    @GetMapping("/aide-financiere/alerte/retrait/{link}")
    String retreat(@PathVariable String link, HttpServletResponse response, Model model) {
        return link(
                response, model, "leave", Secret.of(link).filter(ledger::knows).isPresent() ? "ask" : "invalid");
    }

    /// Also what a mail program sends by itself (RFC 8058).
    @PostMapping("/aide-financiere/alerte/retrait/{link}")
    String leave(@PathVariable String link, HttpServletResponse response, Model model) {
        return link(
                response, model, "leave", Secret.of(link).filter(ledger::leave).isPresent() ? "done" : "invalid");
    }

    private static String link(HttpServletResponse response, Model model, String purpose, String state) {
        model.addAttribute("key", "alert.page." + purpose + "." + state);
        model.addAttribute("asks", state.equals("ask"));
        if (state.equals("invalid")) {
            // What a mail program sends by itself must not pass for done.
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        return "web/ask";
    }
}
