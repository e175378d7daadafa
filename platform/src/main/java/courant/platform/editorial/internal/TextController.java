package courant.platform.editorial.internal;

import courant.platform.accounts.Access;
import courant.platform.accounts.Action;
import courant.platform.accounts.Person;
import courant.platform.editorial.CitedPictures;
import courant.platform.editorial.Markdown;
import courant.platform.editorial.TextFile;
import courant.platform.editorial.TextKind;
import courant.platform.editorial.TextLibrary;
import courant.platform.editorial.TextLibrary.TextKey;
import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
import courant.platform.web.Secret;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Writing the texts of the site: draft beside published, preview, versions with difference and restore, schedule.
///
/// Whatever a button of the form does, what is on the screen is checked and kept first.
@Controller
class TextController {
    static final String PATH = "/admin/textes/{kind:[a-z]+}/{slug:[a-z0-9-]{1,80}}/{language:fr|en}";
    private static final ZoneId QUEBEC = ZoneId.of("America/Toronto");
    private static final String MOMENT = "moment";

    private final Access access;
    private final TextStore store;
    private final TextLibrary library;
    private final TextCheck check;
    private final MediaStore media;
    private final Clock clock;

    TextController(
            Access access, TextStore store, TextLibrary library, TextCheck check, MediaStore media, Clock clock) {
        this.access = access;
        this.store = store;
        this.library = library;
        this.check = check;
        this.media = media;
        this.clock = clock;
    }

    static TextKey key(String kind, String slug, String language) {
        return new TextKey(TextKind.of(kind).orElseThrow(() -> new NotFoundException(kind)), slug, language);
    }

    @GetMapping(PATH)
    String edit(
            @PathVariable String kind,
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam(name = "fait", defaultValue = "") String done,
            @RequestParam(name = "titre", defaultValue = "") String title,
            Model model) {
        access.requireOnPlatform(Action.EDIT_TEXTS);
        TextKey key = key(kind, slug, language);
        TextStore.State state = store.state(key);
        TextForm form = current(key, state);
        boolean begun = state.isUnwritten() && library.shipped(key).isEmpty();
        return show(
                model,
                key,
                begun && !title.isBlank() ? form.titled(title) : form,
                TextStore.latest(state),
                TextEditing.Answer.done(done));
    }

    /// The text a person edits: the draft, what is published, what ships, what is common with the French, or nothing.
    private TextForm current(TextKey key, TextStore.State state) {
        return version(key, TextStore.latest(state))
                .map(TextStore.Version::source)
                .map(source -> TextFile.parse(key.slug(), source))
                .or(() -> library.shipped(key))
                .map(file -> TextForm.of(key.kind(), file))
                .or(() -> french(key).map(TextForm::forTranslation))
                .orElseGet(() -> TextForm.empty(key.kind()));
    }

    private Optional<TextStore.Version> version(TextKey key, long id) {
        return store.versions(key).stream()
                .filter(version -> version.id() == id)
                .findFirst();
    }

    /// The French text that an English one is written beside.
    private Optional<TextForm> french(TextKey key) {
        TextKey french = new TextKey(key.kind(), key.slug(), "fr");
        return key.language().equals("en")
                ? Optional.ofNullable(library.files().get(french)).map(file -> TextForm.of(key.kind(), file))
                : Optional.empty();
    }

    private String show(Model model, TextKey key, TextForm form, long base, TextEditing.Answer answer) {
        TextFile published = library.files().get(key);
        String prefix = key.language().equals("en") ? "/en" : "";
        model.addAttribute("standing", access.standing());
        model.addAttribute(
                "editing",
                new TextEditing(
                        key,
                        form,
                        base,
                        store.state(key),
                        library.shipped(key).isPresent(),
                        store.versions(key),
                        published == null ? "" : prefix + key.kind().address(published),
                        french(key).orElse(null),
                        media.all(),
                        answer));
        return "editorial/admin-text";
    }

    /// What the form brought: where it belongs, and the words in it.
    private record Brought(TextKey key, TextForm form, long base, String moment) {
        static Brought of(TextKey key, MultiValueMap<String, String> parameters) {
            return new Brought(
                    key,
                    TextForm.read(key.kind(), parameters),
                    number(Objects.requireNonNullElse(parameters.getFirst("base"), "")),
                    Objects.requireNonNullElse(parameters.getFirst(MOMENT), "").strip());
        }

        private static long number(String digits) {
            return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
        }

        TextStore.Draft draft() {
            return new TextStore.Draft(key, form.source(key), base);
        }
    }

    @FunctionalInterface
    private interface Gesture {
        /// @return where it leads
        String on(TextStore.Draft draft);
    }

    /// Does something with a text when it can be shown and nobody wrote in between; else the form comes back whole.
    private String keeping(
            Brought brought, Map<String, String> problems, HttpServletResponse response, Model model, Gesture gesture) {
        if (!problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return show(
                    model,
                    brought.key(),
                    brought.form(),
                    brought.base(),
                    TextEditing.Answer.wrong(problems, brought.moment()));
        }
        try {
            return "redirect:" + gesture.on(brought.draft());
        } catch (CitedPictures.AbsentException absent) {
            Page page = (Page) Objects.requireNonNull(model.getAttribute("page"));
            Map<String, String> error =
                    Map.of(brought.form().citing(absent.address()), page.say("text.absent-picture", absent.address()));
            return keeping(brought, error, response, model, gesture);
        } catch (TextStore.OvertakenException overtaken) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return overtaken(brought, model);
        }
    }

    private String overtaken(Brought brought, Model model) {
        TextKey key = brought.key();
        TextStore.State state = store.state(key);
        Page page = (Page) Objects.requireNonNull(model.getAttribute("page"));
        List<Difference.Line> difference = Difference.between(
                current(key, state).readable(page), brought.form().readable(page));
        return show(
                model,
                key,
                brought.form(),
                TextStore.latest(state),
                new TextEditing.Answer(Map.of("texte", page.say("text.overtaken")), brought.moment(), difference, ""));
    }

    @PostMapping(PATH)
    String save(
            @PathVariable String kind,
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam MultiValueMap<String, String> parameters,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Person by = access.requireOnPlatform(Action.EDIT_TEXTS);
        Brought brought = Brought.of(key(kind, slug, language), parameters);
        if (parameters.containsKey("apercu")) {
            return show(
                    model,
                    brought.key(),
                    brought.form(),
                    brought.base(),
                    TextEditing.Answer.wrong(Map.of(), brought.moment()));
        }
        return keeping(brought, check.problems(brought.key(), brought.form(), page), response, model, draft -> {
            store.saveDraft(by, draft);
            return TextEditing.address(draft.key()) + "?fait=enregistre";
        });
    }

    /// What the body looks like, while it is typed.
    @PostMapping("/admin/textes/apercu")
    String preview(@RequestParam(name = "texte", defaultValue = "") String text, Model model) {
        access.requireOnPlatform(Action.EDIT_TEXTS);
        model.addAttribute("html", Markdown.html(text));
        model.addAttribute("faults", Markdown.faults(text));
        return "editorial/preview-part";
    }

    @PostMapping(PATH + "/publication")
    String publish(
            @PathVariable String kind,
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam MultiValueMap<String, String> parameters,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Person by = access.requireOnPlatform(Action.EDIT_TEXTS);
        Brought brought = Brought.of(key(kind, slug, language), parameters);
        Map<String, String> problems = new LinkedHashMap<>(check.problems(brought.key(), brought.form(), page));
        Instant at = instant(brought.moment());
        if (!brought.moment().isEmpty() && (at == null || !at.isAfter(clock.instant()))) {
            problems.put(MOMENT, page.say(at == null ? "text.error.publish-at" : "text.error.past"));
        }
        return keeping(brought, problems, response, model, draft -> {
            if (at == null) {
                store.publish(by, draft);
                return TextEditing.address(draft.key()) + "?fait=publie";
            }
            store.schedule(by, draft, at);
            return TextEditing.address(draft.key()) + "?fait=prevu";
        });
    }

    private static @Nullable Instant instant(String typed) {
        try {
            return LocalDateTime.parse(typed).atZone(QUEBEC).toInstant();
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    @PostMapping(PATH + "/annulation")
    String cancel(@PathVariable String kind, @PathVariable String slug, @PathVariable String language) {
        TextKey key = key(kind, slug, language);
        store.cancel(access.requireOnPlatform(Action.EDIT_TEXTS), key);
        return "redirect:" + TextEditing.address(key) + "?fait=annule";
    }

    /// A version beside what the editor has now: what taking it up again would change.
    @GetMapping(PATH + "/versions/{id:\\d{1,18}}")
    String version(
            @PathVariable String kind,
            @PathVariable String slug,
            @PathVariable String language,
            @PathVariable long id,
            @ModelAttribute("page") Page page,
            Model model) {
        access.requireOnPlatform(Action.EDIT_TEXTS);
        TextKey key = key(kind, slug, language);
        TextStore.Version shown = version(key, id).orElseThrow(() -> new NotFoundException("version"));
        TextStore.State state = store.state(key);
        TextForm now = current(key, state);
        TextForm then = TextForm.of(key.kind(), TextFile.parse(slug, shown.source()));
        model.addAttribute("standing", access.standing());
        model.addAttribute("address", TextEditing.address(key));
        model.addAttribute("title", now.value("titre").isEmpty() ? slug : now.value("titre"));
        model.addAttribute("version", shown);
        model.addAttribute("drafted", TextStore.latest(state) != state.published());
        model.addAttribute("difference", Difference.between(now.readable(page), then.readable(page)));
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
        store.takeUp(by, new TextStore.Draft(key, wanted.source(), TextStore.latest(store.state(key))));
        return "redirect:" + TextEditing.address(key) + "?fait=enregistre";
    }

    @PostMapping(PATH + "/lien")
    String previewLink(
            @PathVariable String kind,
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam MultiValueMap<String, String> parameters,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Person by = access.requireOnPlatform(Action.EDIT_TEXTS);
        Brought brought = Brought.of(key(kind, slug, language), parameters);
        return keeping(
                brought,
                check.problems(brought.key(), brought.form(), page),
                response,
                model,
                draft -> "/apercu/" + store.previewLink(by, draft).text());
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
