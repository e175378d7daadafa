package courant.platform.editorial;

import courant.platform.funding.ProgrammeLibrary;
import courant.platform.web.Menu;
import courant.platform.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/// « Plan du site »: every section of the menus, and below it what its list holds.
@Controller
public class SitePlanController {
    private final TextLibrary library;
    private final ProgrammeLibrary programmes;

    SitePlanController(TextLibrary library, ProgrammeLibrary programmes) {
        this.library = library;
        this.programmes = programmes;
    }

    /// A section and the pages of its list, none where the section is one page or a directory too long to repeat.
    public record Section(Menu entry, List<Leaf> leaves) {}

    /// @param language of the title, `fr` or `en`
    public record Leaf(String address, String title, String language) {}

    @GetMapping("/plan-du-site")
    String plan(@ModelAttribute("page") Page page, Model model) {
        List<Section> sections = new ArrayList<>();
        Menu.WHOLE.forEach(entry -> sections.add(new Section(entry, leaves(entry.address(), page))));
        model.addAttribute("sections", sections);
        model.addAttribute(
                "others",
                Stream.concat(
                                Menu.BOTTOM.stream().filter(entry -> !Menu.WHOLE.contains(entry)),
                                Stream.of(Menu.SEARCH, Menu.ANALYSE, Menu.CONDITIONS))
                        .toList());
        return "editorial/site-plan";
    }

    private List<Leaf> leaves(String section, Page page) {
        return switch (section) {
            case "/chantiers" ->
                library.workstreams(page.locale()).stream()
                        .map(each -> new Leaf(each.address(), each.title(), each.language()))
                        .toList();
            case "/ressources" ->
                library.resources(page.locale()).stream()
                        .map(each -> new Leaf(each.address(), each.title(), each.language()))
                        .toList();
            case "/videos" ->
                library.videos(page.locale()).stream()
                        .map(each -> new Leaf(each.address(), each.title(), each.language()))
                        .toList();
            case "/actualites" ->
                library.articles(page.locale()).stream()
                        .map(each -> new Leaf(each.address(), each.title(), each.language()))
                        .toList();
            case "/aide-financiere" ->
                programmes.listed().stream()
                        .map(each -> new Leaf(
                                "/aide-financiere/" + each.programme().id(),
                                each.name(page.locale()),
                                page.locale().getLanguage()))
                        .toList();
            default -> List.of();
        };
    }
}
