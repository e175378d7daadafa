package courant.platform.editorial.internal;

import courant.platform.accounts.Access;
import courant.platform.accounts.Action;
import courant.platform.accounts.AdminEntry;
import courant.platform.accounts.Standing;
import courant.platform.editorial.TextFile;
import courant.platform.editorial.TextKind;
import courant.platform.editorial.TextLibrary;
import courant.platform.editorial.TextLibrary.TextKey;
import courant.platform.web.Page;
import courant.platform.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// All texts of the site, found by their title, and the beginning of a new one.
@Controller
public class TextListController implements AdminEntry.Source {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_SLUG = 80;

    /// Kinds whose texts have an address as soon as they are published; pages and chantiers are a fixed number.
    private static final List<TextKind> BEGUN =
            List.of(TextKind.NEWS, TextKind.EVENTS, TextKind.QUESTIONS, TextKind.RESOURCES, TextKind.VIDEOS);

    private final Access access;
    private final TextStore store;
    private final TextLibrary library;

    TextListController(Access access, TextStore store, TextLibrary library) {
        this.access = access;
        this.store = store;
        this.library = library;
    }

    @Override
    public List<AdminEntry> entries(Standing standing) {
        return standing.may(Action.EDIT_TEXTS)
                ? List.of(
                        new AdminEntry("admin.texts", "/admin/textes", 0),
                        new AdminEntry("admin.links", "/admin/liens", 0))
                : List.of();
    }

    /// A text of the list.
    ///
    /// @param title as last written
    /// @param standing the word of it
    /// @param publishAt when a version will be published, null for never
    /// @param changed when it was last written here, null when nobody did
    /// @param author who did
    public record Listed(
            TextKey key,
            String title,
            String standing,
            @Nullable Instant publishAt,
            @Nullable Instant changed,
            String author) {
        public String address() {
            return TextEditing.address(key);
        }

        private boolean tells(String wanted) {
            return (plain(title) + " " + key.slug()).contains(plain(wanted));
        }
    }

    /// What a person filled in to begin a text.
    ///
    /// @param kind folder of the kind
    /// @param slug name in the address, empty to take it from the title
    public record Beginning(String kind, String title, String slug) {
        public Beginning {
            title = Typed.line(title, LONGEST_TITLE);
            slug = slug.strip();
        }

        String name() {
            return slug.isEmpty() ? nameFrom(title) : slug;
        }
    }

    /// Without accents, in small letters.
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae");
    }

    static String nameFrom(String title) {
        String name = plain(title).replaceAll("[^a-z0-9]+", "-");
        return name.substring(0, Math.min(name.length(), LONGEST_SLUG)).replaceAll("^-|-$", "");
    }

    @GetMapping("/admin/textes")
    String list(@RequestParam(name = "q", defaultValue = "") String wanted, Model model) {
        access.requireOnPlatform(Action.EDIT_TEXTS);
        return list(model, wanted, new Beginning("actualites", "", ""), Map.of());
    }

    private String list(Model model, String wanted, Beginning beginning, Map<String, String> errors) {
        Map<TextKind, List<Listed>> byKind = new EnumMap<>(TextKind.class);
        for (Listed text : texts()) {
            if (text.tells(wanted.strip())) {
                byKind.computeIfAbsent(text.key().kind(), kind -> new ArrayList<>())
                        .add(text);
            }
        }
        model.addAttribute("standing", access.standing());
        model.addAttribute("texts", byKind);
        model.addAttribute("kinds", BEGUN);
        model.addAttribute("wanted", wanted);
        model.addAttribute("beginning", beginning);
        model.addAttribute("errors", errors);
        return "editorial/admin-texts";
    }

    private List<Listed> texts() {
        Map<TextKey, TextStore.State> states = store.states();
        Map<TextKey, TextStore.Version> newest = store.newest();
        TreeSet<TextKey> keys = new TreeSet<>(library.files().keySet());
        states.forEach((key, state) -> {
            if (!state.isUnwritten() || library.shipped(key).isPresent()) {
                keys.add(key);
            }
        });
        return keys.stream()
                .map(key -> listed(key, states.getOrDefault(key, TextStore.State.UNTOUCHED), newest.get(key)))
                .toList();
    }

    private Listed listed(TextKey key, TextStore.State state, TextStore.@Nullable Version version) {
        TextFile file =
                version == null ? library.shipped(key).orElseThrow() : TextFile.parse(key.slug(), version.source());
        return new Listed(
                key,
                file.optional("titre"),
                TextEditing.standing(state, library.shipped(key).isPresent()),
                state.publishAt(),
                version == null ? null : version.at(),
                version == null ? "" : version.author());
    }

    @PostMapping("/admin/textes")
    String begin(
            @RequestParam(name = "genre", defaultValue = "") String kind,
            @RequestParam(name = "titre", defaultValue = "") String title,
            @RequestParam(name = "nom", defaultValue = "") String slug,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        access.requireOnPlatform(Action.EDIT_TEXTS);
        Beginning beginning = new Beginning(kind, title, slug);
        Map<String, String> errors = problems(beginning, page);
        if (!errors.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return list(model, "", beginning, errors);
        }
        return "redirect:/admin/textes/" + kind + "/" + beginning.name() + "/fr"
                + (beginning.title().isEmpty() ? "" : "?titre=" + page.encoded(beginning.title()));
    }

    private Map<String, String> problems(Beginning beginning, Page page) {
        Map<String, String> errors = new LinkedHashMap<>();
        TextKind kind = TextKind.of(beginning.kind()).filter(BEGUN::contains).orElse(null);
        if (kind == null) {
            errors.put("genre", page.say("text.error.kind"));
        }
        String name = beginning.name();
        if (name.isEmpty()) {
            errors.put("titre", page.say("text.error.no-title"));
        } else if (!name.matches("[a-z0-9-]{3,80}")) {
            errors.put("nom", page.say("text.error.slug", name));
        } else if (kind != null && exists(new TextKey(kind, name, "fr"))) {
            errors.put("nom", page.say("text.error.exists", name));
        }
        return errors;
    }

    private boolean exists(TextKey key) {
        return library.shipped(key).isPresent() || !store.state(key).isUnwritten();
    }
}
