package courant.platform.newsletter;

import courant.platform.mail.Sender;
import courant.platform.web.EmailAddress;
import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
import courant.platform.web.Requester;
import courant.platform.web.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The pages of the newsletter. Opening a link of a letter changes nothing (mail scanners open them all): a button
/// does.
@Controller
class NewsletterController {
    private final Newsletter newsletter;
    private final ConsentLedger ledger;
    private final Sender sender;
    private final NewsletterSettings settings;

    NewsletterController(Newsletter newsletter, ConsentLedger ledger, Sender sender, NewsletterSettings settings) {
        this.newsletter = newsletter;
        this.ledger = ledger;
        this.sender = sender;
        this.settings = settings;
    }

    @GetMapping("/infolettre")
    String form(Model model) {
        return form(model, "", "", "", false);
    }

    private String form(Model model, String email, String emailError, String consentError, boolean agreed) {
        model.addAttribute("open", sender.open());
        model.addAttribute("email", email);
        model.addAttribute("emailError", emailError);
        model.addAttribute("consentError", consentError);
        model.addAttribute("agreed", agreed);
        return "newsletter/form";
    }

    @PostMapping("/infolettre")
    String ask(
            @RequestParam(name = "courriel", defaultValue = "") String typed,
            @RequestParam(name = "accord", defaultValue = "false") boolean agreed,
            @ModelAttribute("page") Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!sender.open()) {
            throw new NotFoundException("newsletter");
        }
        String email = typed.strip();
        boolean written = EmailAddress.read(email).isPresent();
        if (!written || !agreed) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return form(
                    model,
                    email,
                    written ? "" : page.say("newsletter.email.error"),
                    agreed ? "" : page.say("newsletter.consent.error"),
                    agreed);
        }
        newsletter.ask(email, page.words(), Requester.hash(request, "newsletter"));
        return "redirect:/infolettre/demande";
    }

    @GetMapping("/infolettre/demande")
    String asked(Model model) {
        model.addAttribute("demonstration", settings.demonstration());
        return "newsletter/asked";
    }

    @GetMapping("/infolettre/confirmation/{link}")
    String confirmation(@PathVariable String link, HttpServletResponse response, Model model) {
        return link(
                response,
                model,
                "confirm",
                Secret.of(link).filter(ledger::canConfirm).isPresent() ? "ask" : "invalid");
    }

    @PostMapping("/infolettre/confirmation/{link}")
    String confirm(@PathVariable String link, HttpServletResponse response, Model model) {
        return link(
                response,
                model,
                "confirm",
                Secret.of(link).filter(ledger::confirm).isPresent() ? "done" : "invalid");
    }

    @GetMapping("/infolettre/retrait/{link}")
    String retreat(@PathVariable String link, HttpServletResponse response, Model model) {
        return link(
                response, model, "leave", Secret.of(link).filter(ledger::knows).isPresent() ? "ask" : "invalid");
    }

    /// Also what a mail program sends by itself (RFC 8058).
    @PostMapping("/infolettre/retrait/{link}")
    String leave(@PathVariable String link, HttpServletResponse response, Model model) {
        return link(
                response, model, "leave", Secret.of(link).filter(ledger::leave).isPresent() ? "done" : "invalid");
    }

    /// @param purpose what the link is for
    /// @param state whether the page asks, says that it is done, or that the link is not valid
    private static String link(HttpServletResponse response, Model model, String purpose, String state) {
        model.addAttribute("key", "newsletter." + purpose + "." + state);
        model.addAttribute("asks", state.equals("ask"));
        if (state.equals("invalid")) {
            // What a mail program sends by itself must not pass for done.
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        return "web/ask";
    }
}
