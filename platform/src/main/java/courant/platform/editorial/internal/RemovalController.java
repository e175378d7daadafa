package courant.platform.editorial.internal;

import courant.platform.accounts.Access;
import courant.platform.accounts.Action;
import courant.platform.accounts.Person;
import courant.platform.editorial.TextFile;
import courant.platform.editorial.TextLibrary;
import courant.platform.editorial.TextLibrary.TextKey;
import courant.platform.web.Menu;
import courant.platform.web.NotFoundException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Taking a text off the site, once it is said what leads to it, and putting it back.
@Controller
public class RemovalController {
    private static final String ADDRESS = TextController.PATH + "/retrait";

    private final Access access;
    private final TextStore store;
    private final TextLibrary library;
    private final LinkReport links;

    RemovalController(Access access, TextStore store, TextLibrary library, LinkReport links) {
        this.access = access;
        this.store = store;
        this.library = library;
        this.links = links;
    }

    /// What the removal of a text would leave behind.
    ///
    /// @param address of the public page
    /// @param inMenu whether every page of the site leads there, so that it stays
    /// @param linking published texts that lead there
    public record Removal(TextKey key, String title, String address, boolean inMenu, List<Linking> linking) {
        public String editing() {
            return TextEditing.address(key);
        }
    }

    /// @param title of a text that leads to the one removed
    /// @param editing where it is written
    public record Linking(String title, String editing) {}

    @GetMapping(ADDRESS)
    String ask(@PathVariable String kind, @PathVariable String slug, @PathVariable String language, Model model) {
        access.requireOnPlatform(Action.EDIT_TEXTS);
        return show(model, removal(TextController.key(kind, slug, language)));
    }

    private Removal removal(TextKey key) {
        TextFile file = library.files().get(key);
        if (file == null) {
            throw new NotFoundException(key.slug());
        }
        String address = key.kind().address(file);
        List<Linking> linking = links.linkingTo(address).stream()
                .filter(text ->
                        !text.getKey().equals(key) && text.getKey().language().equals(key.language()))
                .map(text -> new Linking(text.getValue().optional("titre"), TextEditing.address(text.getKey())))
                .toList();
        return new Removal(key, file.optional("titre"), address, isInMenu(key, address), linking);
    }

    /// An English text may go: its page is then read in French.
    private static boolean isInMenu(TextKey key, String address) {
        return key.language().equals("fr")
                && Stream.of(Menu.TOP, Menu.WHOLE, Menu.BOTTOM, Menu.WORKSTREAMS)
                        .flatMap(List::stream)
                        .anyMatch(entry -> entry.address().equals(address));
    }

    private String show(Model model, Removal removal) {
        model.addAttribute("standing", access.standing());
        model.addAttribute("removal", removal);
        return "editorial/admin-removal";
    }

    @PostMapping(ADDRESS)
    String remove(
            @PathVariable String kind,
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam(name = "retire", defaultValue = "true") boolean removed,
            HttpServletResponse response,
            Model model) {
        Person by = access.requireOnPlatform(Action.EDIT_TEXTS);
        TextKey key = TextController.key(kind, slug, language);
        if (removed) {
            Removal removal = removal(key);
            if (removal.inMenu()) {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                return show(model, removal);
            }
        } else if (!store.state(key).removed()) {
            throw new NotFoundException(slug);
        }
        store.remove(by, key, removed);
        return "redirect:" + TextEditing.address(key) + (removed ? "?fait=retire" : "?fait=remis");
    }
}
