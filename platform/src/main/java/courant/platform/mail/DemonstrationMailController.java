package courant.platform.mail;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The letters of the demonstration, where none leaves: a person can follow their links all the same.
@Controller
@ConditionalOnBooleanProperty("courant.demonstration")
class DemonstrationMailController {
    private static final int SHOWN = 20;

    private final Outbox outbox;

    DemonstrationMailController(Outbox outbox) {
        this.outbox = outbox;
    }

    @GetMapping("/demonstration/courriels")
    String letters(Model model) {
        model.addAttribute("letters", outbox.newest(SHOWN));
        return "mail/demonstration";
    }
}
