package courant.platform.links;

import courant.platform.accounts.Access;
import courant.platform.accounts.Action;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/// An editor wants the links outside asked now.
@Controller
class LinkCheckController {
    private final Access access;
    private final LinkCheck check;

    LinkCheckController(Access access, LinkCheck check) {
        this.access = access;
        this.check = check;
    }

    @PostMapping("/admin/liens/verification")
    String begin() {
        check.begin(access.requireOnPlatform(Action.EDIT_TEXTS).actor());
        return "redirect:/admin/liens#externes";
    }
}
