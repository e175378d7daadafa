package courant.platform.editorial;

import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

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
        "/a-propos",
        "/accessibilite",
        "/confidentialite",
        "/conditions",
        "/comprendre",
        "/donnees-ouvertes"
    })
    String page(HttpServletRequest request, @ModelAttribute("page") Page page, Model model) {
        String slug = request.getRequestURI().substring(1);
        model.addAttribute("text", library.page(slug, page.locale()).orElseThrow(() -> new NotFoundException(slug)));
        return "editorial/page";
    }

    @GetMapping("/chantiers")
    String workstreams(@ModelAttribute("page") Page page, Model model) {
        model.addAttribute("workstreams", library.workstreams(page.locale()));
        model.addAttribute("resources", library.resources(page.locale()));
        return "editorial/workstreams";
    }

    @GetMapping("/chantiers/{slug}")
    String workstream(
            @PathVariable String slug,
            @RequestParam(name = "genre", defaultValue = "") String genre,
            @RequestParam(name = "taille", defaultValue = "") String size,
            @RequestParam(name = "region", defaultValue = "") String region,
            @ModelAttribute("page") Page page,
            Model model) {
        Workstream workstream = library.workstream(slug, page.locale()).orElseThrow(() -> new NotFoundException(slug));
        List<Workstream> all = library.workstreams(page.locale());
        int place = all.indexOf(workstream);
        model.addAttribute("workstream", workstream);
        model.addAttribute("previous", all.get((place + all.size() - 1) % all.size()));
        model.addAttribute("next", all.get((place + 1) % all.size()));
        model.addAttribute(
                "news",
                library.articles(page.locale()).stream()
                        .filter(article -> article.workstreams().contains(slug))
                        .limit(3)
                        .toList());
        model.addAttribute(
                "videos",
                library.videos(page.locale()).stream()
                        .filter(video -> video.workstreams().contains(slug))
                        .toList());
        List<ResourceCard> ofWorkstream = library.resources(page.locale()).stream()
                .filter(resource -> resource.workstreams().contains(slug))
                .toList();
        model.addAttribute("total", ofWorkstream.size());
        filtered(model, ofWorkstream, genre, size, region);
        return "editorial/workstream";
    }

    private static void filtered(Model model, List<ResourceCard> from, String genre, String size, String region) {
        model.addAttribute("genre", genre);
        model.addAttribute("size", size);
        model.addAttribute("region", region);
        model.addAttribute(
                "resources",
                from.stream()
                        .filter(resource -> genre.isEmpty() || resource.genre().equals(genre))
                        .filter(resource -> resource.isOfSize(size) && resource.isOfRegion(region))
                        .toList());
    }

    @GetMapping("/ressources")
    String resources(
            @RequestParam(name = "genre", defaultValue = "") String genre,
            @RequestParam(name = "taille", defaultValue = "") String size,
            @RequestParam(name = "region", defaultValue = "") String region,
            @ModelAttribute("page") Page page,
            Model model) {
        model.addAttribute("total", library.resources(page.locale()).size());
        filtered(model, library.resources(page.locale()), genre, size, region);
        return "editorial/resources";
    }

    @GetMapping("/ressources/{slug}")
    String resource(@PathVariable String slug, @ModelAttribute("page") Page page, Model model) {
        ResourceCard resource = library.resource(slug, page.locale()).orElseThrow(() -> new NotFoundException(slug));
        model.addAttribute("resource", resource);
        model.addAttribute(
                "workstreams",
                library.workstreams(page.locale()).stream()
                        .filter(workstream -> resource.workstreams().contains(workstream.slug()))
                        .toList());
        return "editorial/resource";
    }

    @GetMapping("/videos")
    String videos(@ModelAttribute("page") Page page, Model model) {
        model.addAttribute(
                "text", library.page("videos", page.locale()).orElseThrow(() -> new NotFoundException("videos")));
        model.addAttribute("videos", library.videos(page.locale()));
        return "editorial/videos";
    }

    @GetMapping("/videos/{slug}")
    String video(@PathVariable String slug, @ModelAttribute("page") Page page, Model model) {
        Video video = library.video(slug, page.locale()).orElseThrow(() -> new NotFoundException(slug));
        model.addAttribute("video", video);
        model.addAttribute(
                "others",
                library.videos(page.locale()).stream()
                        .filter(other -> !other.equals(video))
                        .toList());
        return "editorial/video";
    }
}
