package courant.platform.editorial;

import courant.platform.web.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Pages of text and the ten workstreams.
@Controller
class PageController {
    private final TextLibrary library;

    PageController(TextLibrary library) {
        this.library = library;
    }

    @GetMapping({
        "/plateforme",
        "/declaration",
        "/s-engager",
        "/a-propos",
        "/nous-joindre",
        "/accessibilite",
        "/confidentialite",
        "/conditions",
        "/comprendre",
        "/donnees-ouvertes",
        "/videos",
        "/regroupements",
        "/essais",
        "/evenements",
        "/retours-d-experience",
        "/questions",
        "/progres"
    })
    String page(HttpServletRequest request, Model model) {
        String slug = request.getRequestURI().substring(1);
        model.addAttribute("text", library.page(slug).orElseThrow(() -> new NotFoundException(slug)));
        return "editorial/page";
    }

    @GetMapping("/chantiers")
    String workstreams(Model model) {
        model.addAttribute("workstreams", library.workstreams());
        return "editorial/workstreams";
    }

    @GetMapping("/chantiers/{slug}")
    String workstream(@PathVariable String slug, Model model) {
        Workstream workstream = library.workstream(slug).orElseThrow(() -> new NotFoundException(slug));
        int place = library.workstreams().indexOf(workstream);
        int count = library.workstreams().size();
        model.addAttribute("workstream", workstream);
        model.addAttribute("previous", library.workstreams().get((place + count - 1) % count));
        model.addAttribute("next", library.workstreams().get((place + 1) % count));
        model.addAttribute(
                "news",
                library.articles().stream()
                        .filter(article -> article.workstreams().contains(slug))
                        .limit(3)
                        .toList());
        return "editorial/workstream";
    }
}
