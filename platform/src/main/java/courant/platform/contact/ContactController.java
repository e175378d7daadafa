package courant.platform.contact;

import courant.platform.accounts.Access;
import courant.platform.accounts.Action;
import courant.platform.accounts.AdminEntry;
import courant.platform.accounts.Standing;
import courant.platform.editorial.TextLibrary;
import courant.platform.web.EmailAddress;
import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
import courant.platform.web.Requester;
import courant.platform.web.Typed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The form, and the messages for the team. A field no person sees catches machines that fill in everything; they are
/// thanked like everybody.
@Controller
public class ContactController implements AdminEntry.Source {
    private static final int LONGEST = 5000;
    private static final int LONGEST_NAME = 100;
    private static final Set<String> SUBJECTS = Set.of("question", "regroupement", "evenement", "essai", "retour");

    private final TextLibrary library;
    private final Messages messages;
    private final Access access;
    private final boolean demonstration;

    ContactController(
            TextLibrary library,
            Messages messages,
            Access access,
            @Value("${courant.demonstration}") boolean demonstration) {
        this.demonstration = demonstration;
        this.library = library;
        this.messages = messages;
        this.access = access;
    }

    @GetMapping("/nous-joindre")
    String form(
            @RequestParam(name = "sujet", defaultValue = "") String subject,
            @RequestParam(name = "evenement", defaultValue = "") String event,
            @ModelAttribute("page") Page page,
            Model model) {
        String text = SUBJECTS.contains(subject) ? page.say("contact.subject." + subject) : registration(event, page);
        return form(model, page, new Written("", "", text), Map.of());
    }

    /// The beginning of a message that registers for an event, which is named by us, never by the address.
    private String registration(String slug, Page page) {
        return library.events(page.locale()).stream()
                .filter(event -> event.slug().equals(slug))
                .findFirst()
                .map(event -> page.say(
                        "contact.registration", event.title(), page.figures().date(event.day())))
                .orElse("");
    }

    /// What the person typed.
    public record Written(String name, String email, String text) {}

    private String form(Model model, Page page, Written written, Map<String, String> errors) {
        model.addAttribute(
                "text",
                library.page("nous-joindre", page.locale()).orElseThrow(() -> new NotFoundException("nous-joindre")));
        model.addAttribute("written", written);
        model.addAttribute("errors", errors);
        return "contact/form";
    }

    @PostMapping("/nous-joindre")
    String write(
            @RequestParam(name = "nom", defaultValue = "") String name,
            @RequestParam(name = "courriel", defaultValue = "") String typed,
            @RequestParam(name = "message", defaultValue = "") String text,
            @RequestParam(name = "site", defaultValue = "") String trap,
            @ModelAttribute("page") Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<EmailAddress> email = EmailAddress.read(typed);
        Map<String, String> errors = new LinkedHashMap<>();
        if (email.isEmpty()) {
            errors.put("courriel", page.say("newsletter.email.error"));
        }
        if (saysNothing(text, page) || text.length() > LONGEST) {
            errors.put("message", page.say("contact.message.error", LONGEST));
        }
        if (errors.isEmpty() && trap.isEmpty()) {
            boolean kept = messages.write(
                    Typed.line(name, LONGEST_NAME),
                    email.orElseThrow(),
                    text.strip(),
                    Requester.hash(request, "contact"));
            if (!kept) {
                errors.put("message", page.say("contact.often"));
            }
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return form(model, page, new Written(name, typed, text), errors);
        }
        return "redirect:/nous-joindre/merci";
    }

    /// Blank, or no more than what stood in the field before.
    private static boolean saysNothing(String text, Page page) {
        return text.isBlank()
                || SUBJECTS.stream()
                        .map(subject -> page.say("contact.subject." + subject))
                        .anyMatch(begun ->
                                begun.strip().equals(text.replace("\r", "").strip()));
    }

    @GetMapping("/nous-joindre/merci")
    String thanks(Model model) {
        model.addAttribute("key", demonstration ? "contact.thanks.demonstration" : "contact.thanks");
        model.addAttribute("asks", false);
        return "web/ask";
    }

    @GetMapping("/admin/messages")
    String list(Model model) {
        access.requireOnPlatform(Action.READ_MESSAGES);
        model.addAttribute("standing", access.standing());
        model.addAttribute("messages", messages.open());
        return "contact/messages";
    }

    @PostMapping("/admin/messages/{id:\\d{1,18}}/traite")
    String handled(@PathVariable long id) {
        messages.handled(access.requireOnPlatform(Action.READ_MESSAGES), id);
        return "redirect:/admin/messages";
    }

    @Override
    public List<AdminEntry> entries(Standing standing) {
        return standing.may(Action.READ_MESSAGES)
                ? List.of(new AdminEntry("admin.messages", "/admin/messages", messages.openCount()))
                : List.of();
    }
}
