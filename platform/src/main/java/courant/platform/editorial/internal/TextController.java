package courant.platform.editorial.internal;

import courant.platform.accounts.Access;
import courant.platform.accounts.Action;
import courant.platform.accounts.AdminEntry;
import courant.platform.accounts.Person;
import courant.platform.accounts.Standing;
import courant.platform.editorial.Markdown;
import courant.platform.editorial.TextFile;
import courant.platform.editorial.TextKind;
import courant.platform.editorial.TextLibrary;
import courant.platform.editorial.TextLibrary.TextKey;
import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
import courant.platform.web.Secret;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Writing the texts of the site: draft beside published, preview, versions with difference and restore, schedule.
@Controller
class TextController implements AdminEntry.Source {
    private static final String PATH = "/admin/textes/{kind:[a-z]+}/{slug:[a-z0-9-]+}/{language:fr|en}";
    private static final ZoneId QUEBEC = ZoneId.of("America/Toronto");

    private final Access access;
    private final TextStore store;
    private final TextLibrary library;

    TextController(Access access, TextStore store, TextLibrary library) {
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

    private static TextKey key(String kind, String slug, String language) {
        return new TextKey(TextKind.of(kind).orElseThrow(() -> new NotFoundException(kind)), slug, language);
    }

    @GetMapping("/admin/textes")
    String list(Model model) {
        access.requireOnPlatform(Action.EDIT_TEXTS);
        Map<TextKey, TextStore.State> states = new TreeMap<>();
        library.files().keySet().forEach(key -> states.put(key, new TextStore.State(0, 0, null, false)));
        states.putAll(store.states());
        Map<TextKind, Map<TextKey, TextStore.State>> byKind = new LinkedHashMap<>();
        states.forEach((key, state) ->
                byKind.computeIfAbsent(key.kind(), kind -> new TreeMap<>()).put(key, state));
        model.addAttribute("standing", access.standing());
        model.addAttribute("texts", byKind);
        model.addAttribute("kinds", TextKind.values());
        return "editorial/admin-texts";
    }

    @PostMapping("/admin/textes")
    String begin(
            @RequestParam(name = "genre", defaultValue = "") String kind,
            @RequestParam(name = "nom", defaultValue = "") String slug) {
        access.requireOnPlatform(Action.EDIT_TEXTS);
        boolean known = TextKind.of(kind).isPresent() && slug.matches("[a-z0-9-]{3,80}");
        return known ? "redirect:/admin/textes/" + kind + "/" + slug + "/fr" : "redirect:/admin/textes";
    }

    /// The text a person edits: the draft, what is published, what ships, or an empty form.
    private TextForm current(TextKey key, TextStore.State state) {
        return version(key, TextStore.latest(state))
                .map(TextStore.Version::source)
                .map(source -> TextFile.parse(key.slug(), source))
                .or(() -> library.shipped(key))
                .map(file -> TextForm.of(key.kind(), file))
                .orElseGet(() -> TextForm.empty(key.kind()));
    }

    private Optional<TextStore.Version> version(TextKey key, long id) {
        return store.versions(key).stream()
                .filter(version -> version.id() == id)
                .findFirst();
    }

    @GetMapping(PATH)
    String edit(@PathVariable String kind, @PathVariable String slug, @PathVariable String language, Model model) {
        access.requireOnPlatform(Action.EDIT_TEXTS);
        TextKey key = key(kind, slug, language);
        TextStore.State state = store.state(key);
        return form(model, key, current(key, state), TextStore.latest(state), "", "");
    }

    private String form(Model model, TextKey key, TextForm form, long base, String preview, String error) {
        model.addAttribute("standing", access.standing());
        model.addAttribute("key", key);
        model.addAttribute("form", form);
        model.addAttribute("base", base);
        model.addAttribute("state", store.state(key));
        model.addAttribute("versions", store.versions(key));
        model.addAttribute("preview", preview);
        model.addAttribute("error", error);
        if (key.language().equals("en")) {
            TextKey french = new TextKey(key.kind(), key.slug(), "fr");
            Optional.ofNullable(library.files().get(french))
                    .ifPresent(file -> model.addAttribute("french", TextForm.of(key.kind(), file)));
        }
        return "editorial/admin-text";
    }

    @PostMapping(PATH)
    String save(
            @PathVariable String kind,
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Person by = access.requireOnPlatform(Action.EDIT_TEXTS);
        TextKey key = key(kind, slug, language);
        TextForm form = TextForm.read(key.kind(), parameters);
        long base = number(parameters.getOrDefault("base", "0"));
        if (parameters.containsKey("apercu")) {
            return form(model, key, form, base, Markdown.html(form.body()), "");
        }
        String wrong = problem(key, form);
        if (!wrong.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return form(model, key, form, base, "", page.say("text.wrong", wrong));
        }
        try {
            store.saveDraft(by, key, form.source(key), base);
        } catch (TextStore.OvertakenException overtaken) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            TextStore.State state = store.state(key);
            model.addAttribute(
                    "difference", Difference.between(current(key, state).source(key), form.source(key)));
            return form(model, key, form, TextStore.latest(state), "", page.say("text.overtaken"));
        }
        return "redirect:/admin/textes/" + kind + "/" + slug + "/" + language;
    }

    private static long number(String digits) {
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
    }

    /// Why the page could not be shown, or nothing.
    private static String problem(TextKey key, TextForm form) {
        try {
            key.kind().read(TextFile.parse(key.slug(), form.source(key)));
            return "";
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            return String.valueOf(wrong.getMessage());
        }
    }

    /// What the body looks like, while it is typed.
    @PostMapping("/admin/textes/apercu")
    String preview(@RequestParam(name = "texte", defaultValue = "") String text, Model model) {
        access.requireOnPlatform(Action.EDIT_TEXTS);
        model.addAttribute("html", Markdown.html(text));
        return "editorial/preview-part";
    }

    @PostMapping(PATH + "/publication")
    String publish(
            @PathVariable String kind,
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam(name = "moment", defaultValue = "") String moment) {
        Person by = access.requireOnPlatform(Action.EDIT_TEXTS);
        store.publish(by, key(kind, slug, language), moment(moment).orElse(null));
        return "redirect:/admin/textes/" + kind + "/" + slug + "/" + language;
    }

    private static Optional<Instant> moment(String typed) {
        try {
            return Optional.of(LocalDateTime.parse(typed.strip()).atZone(QUEBEC).toInstant());
        } catch (DateTimeParseException now) {
            return Optional.empty();
        }
    }

    @PostMapping(PATH + "/retrait")
    String remove(
            @PathVariable String kind,
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam(name = "retire", defaultValue = "true") boolean removed) {
        store.remove(access.requireOnPlatform(Action.EDIT_TEXTS), key(kind, slug, language), removed);
        return "redirect:/admin/textes/" + kind + "/" + slug + "/" + language;
    }

    @GetMapping(PATH + "/versions/{id:\\d{1,18}}")
    String version(
            @PathVariable String kind,
            @PathVariable String slug,
            @PathVariable String language,
            @PathVariable long id,
            Model model) {
        access.requireOnPlatform(Action.EDIT_TEXTS);
        TextKey key = key(kind, slug, language);
        TextStore.Version shown = version(key, id).orElseThrow(() -> new NotFoundException("version"));
        String before = store.versions(key).stream()
                .filter(version -> version.id() < id)
                .findFirst()
                .map(TextStore.Version::source)
                .or(() -> library.shipped(key)
                        .map(file -> TextForm.of(key.kind(), file).source(key)))
                .orElse("");
        model.addAttribute("standing", access.standing());
        model.addAttribute("key", key);
        model.addAttribute("version", shown);
        model.addAttribute("difference", Difference.between(before, shown.source()));
        return "editorial/admin-version";
    }

    /// An earlier version becomes the draft again, as a new version.
    @PostMapping(PATH + "/versions/{id:\\d{1,18}}/reprise")
    String restore(
            @PathVariable String kind,
            @PathVariable String slug,
            @PathVariable String language,
            @PathVariable long id) {
        Person by = access.requireOnPlatform(Action.EDIT_TEXTS);
        TextKey key = key(kind, slug, language);
        TextStore.Version wanted = version(key, id).orElseThrow(() -> new NotFoundException("version"));
        store.saveDraft(by, key, wanted.source(), TextStore.latest(store.state(key)));
        return "redirect:/admin/textes/" + kind + "/" + slug + "/" + language;
    }

    @PostMapping(PATH + "/lien")
    String previewLink(
            @PathVariable String kind, @PathVariable String slug, @PathVariable String language, Model model) {
        Person by = access.requireOnPlatform(Action.EDIT_TEXTS);
        return "redirect:/apercu/"
                + store.previewLink(by, key(kind, slug, language)).text();
    }

    /// The draft, for whoever holds the link.
    @GetMapping("/apercu/{link}")
    String previewed(@PathVariable String link, Model model) {
        TextStore.Preview preview =
                Secret.of(link).flatMap(store::previewed).orElseThrow(() -> new NotFoundException("preview"));
        TextFile file = TextFile.parse(preview.key().slug(), preview.source());
        model.addAttribute("title", file.required("titre"));
        model.addAttribute("summary", file.required("resume"));
        model.addAttribute("html", Markdown.html(file.body()));
        model.addAttribute("language", preview.key().language());
        return "editorial/preview";
    }
}
