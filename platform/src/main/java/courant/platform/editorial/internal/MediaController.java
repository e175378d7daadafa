package courant.platform.editorial.internal;

import courant.platform.accounts.Access;
import courant.platform.accounts.Action;
import courant.platform.accounts.AdminEntry;
import courant.platform.accounts.Person;
import courant.platform.accounts.Standing;
import courant.platform.municipalities.MunicipalityDirectory;
import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
import courant.platform.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The media library: pictures added, put in better words, taken away while nothing shows them; and the pictures
/// as pages show them.
@Controller
public class MediaController implements AdminEntry.Source {
    private static final int USUAL_WIDTH = 960;
    private static final int LONGEST_NAME = 60;
    private static final String NUMBER = "\\d{1,18}";
    private static final String ONE = "/admin/medias/{id:" + NUMBER + "}";
    private static final int LONGEST_ALTERNATIVE = 300;

    private final Access access;
    private final MediaStore store;
    private final PictureUses uses;

    MediaController(Access access, MediaStore store, PictureUses uses) {
        this.access = access;
        this.store = store;
        this.uses = uses;
    }

    /// A picture with what shows it.
    public record Shown(MediaStore.Media media, List<PictureUses.Use> uses) {}

    @Override
    public List<AdminEntry> entries(Standing standing) {
        return standing.may(Action.EDIT_TEXTS) ? List.of(new AdminEntry("admin.media", "/admin/medias", 0)) : List.of();
    }

    @GetMapping("/admin/medias")
    String list(@RequestParam(name = "retiree", defaultValue = "") String removed, Model model) {
        // An address alone confirms nothing: the picture must be gone.
        boolean gone =
                removed.matches(NUMBER) && store.find(Long.parseLong(removed)).isEmpty();
        model.addAttribute("removed", gone ? removed : "");
        return list(model, "", "", "");
    }

    private String list(Model model, String alternative, String fileError, String alternativeError) {
        access.requireOnPlatform(Action.EDIT_TEXTS);
        model.addAttribute("standing", access.standing());
        Map<Long, List<PictureUses.Use>> all = uses.all();
        model.addAttribute(
                "media",
                store.all().stream()
                        .map(one -> new Shown(one, all.getOrDefault(one.id(), List.of())))
                        .toList());
        model.addAttribute("alternative", alternative);
        model.addAttribute("fileError", fileError);
        model.addAttribute("alternativeError", alternativeError);
        return "editorial/admin-media";
    }

    @PostMapping("/admin/medias")
    String add(
            @RequestParam(name = "fichier", required = false) @Nullable MultipartFile file,
            @RequestParam(name = "texte-de-remplacement", defaultValue = "") String typed,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Person by = access.requireOnPlatform(Action.EDIT_TEXTS);
        String alternative = Typed.line(typed, LONGEST_ALTERNATIVE);
        String fileError = "";
        if (alternative.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return list(model, alternative, "", page.say("media.alternative.error"));
        }
        try {
            Pictures picture = Pictures.of(file == null ? new byte[0] : file.getBytes());
            String name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            store.add(by, plain(name), alternative, picture);
        } catch (Pictures.RefusedException refused) {
            fileError = page.say(String.valueOf(refused.getMessage()));
        }
        if (fileError.isEmpty()) {
            return "redirect:/admin/medias";
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return list(model, alternative, fileError, "");
    }

    private static String plain(String fileName) {
        String slug = MunicipalityDirectory.slug(fileName.replaceFirst("\\.[A-Za-z]{2,5}$", ""));
        return slug.isEmpty() ? "image" : slug.substring(0, Math.min(slug.length(), LONGEST_NAME));
    }

    @GetMapping(ONE)
    String one(@PathVariable long id, @RequestParam(name = "fait", defaultValue = "") String done, Model model) {
        access.requireOnPlatform(Action.EDIT_TEXTS);
        MediaStore.Media media = media(id);
        model.addAttribute("done", done.equals("corrige"));
        return one(model, media, media.alternative(), "");
    }

    private MediaStore.Media media(long id) {
        return store.find(id).orElseThrow(() -> new NotFoundException("media"));
    }

    private String one(Model model, MediaStore.Media media, String alternative, String error) {
        model.addAttribute("standing", access.standing());
        model.addAttribute("shown", new Shown(media, uses.of(media.id())));
        model.addAttribute("alternative", alternative);
        model.addAttribute("error", error);
        return "editorial/admin-picture";
    }

    @PostMapping(ONE)
    String correct(
            @PathVariable long id,
            @RequestParam(name = "texte-de-remplacement", defaultValue = "") String typed,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Person by = access.requireOnPlatform(Action.EDIT_TEXTS);
        MediaStore.Media media = media(id);
        String alternative = Typed.line(typed, LONGEST_ALTERNATIVE);
        if (alternative.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return one(model, media, alternative, page.say("media.alternative.error"));
        }
        store.correct(by, id, alternative);
        return "redirect:" + media.editing() + "?fait=corrige";
    }

    @GetMapping(ONE + "/retrait")
    String askRemoval(@PathVariable long id, Model model) {
        access.requireOnPlatform(Action.EDIT_TEXTS);
        return removal(model, new Shown(media(id), uses.of(id)));
    }

    private String removal(Model model, Shown shown) {
        model.addAttribute("standing", access.standing());
        model.addAttribute("shown", shown);
        return "editorial/admin-picture-removal";
    }

    @PostMapping(ONE + "/retrait")
    String remove(@PathVariable long id, HttpServletResponse response, Model model) {
        Person by = access.requireOnPlatform(Action.EDIT_TEXTS);
        MediaStore.Media media = media(id);
        if (!store.remove(by, id)) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return removal(model, new Shown(media, uses.of(id)));
        }
        return "redirect:/admin/medias?retiree=" + id;
    }

    @GetMapping("/medias/{id:\\d{1,18}}/{name:[a-z0-9-]+}")
    ResponseEntity<byte[]> picture(
            @PathVariable long id, @RequestParam(name = "largeur", defaultValue = "" + USUAL_WIDTH) int width) {
        MediaStore.Sized sized = store.content(id, width).orElseThrow(() -> new NotFoundException("media"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(sized.type()))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePublic())
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .body(sized.content());
    }
}
