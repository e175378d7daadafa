package courant.platform.editorial.internal;

import courant.platform.accounts.Access;
import courant.platform.accounts.Action;
import courant.platform.editorial.TextLibrary;
import courant.platform.editorial.TextLibrary.TextKey;
import courant.platform.web.SiteAddresses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Links of the texts that lead nowhere within the site, such as to a text that was taken away.
@Controller
public class LinkReport {
    private static final Pattern LINK = Pattern.compile("\\]\\((/[^)#?\\s]*)");
    private static final Set<String> ALWAYS = Set.of(
            "/",
            "/analyser",
            "/recherche",
            "/infolettre",
            "/connexion",
            "/espace",
            "/municipalites.csv",
            "/municipalites.json",
            "/actualites.atom",
            "/evenements.ics",
            "/aide-financiere/alerte",
            "/sitemap.xml");

    private final Access access;
    private final TextLibrary library;
    private final List<SiteAddresses> modules;

    LinkReport(Access access, TextLibrary library, List<SiteAddresses> modules) {
        this.access = access;
        this.library = library;
        this.modules = modules;
    }

    /// @param text that has the link
    /// @param link that leads nowhere
    public record Broken(TextKey text, String link) {}

    List<Broken> broken() {
        Set<String> known = new HashSet<>(ALWAYS);
        modules.forEach(module -> known.addAll(module.addresses()));
        List<Broken> broken = new ArrayList<>();
        library.files().forEach((key, file) -> {
            Matcher links = LINK.matcher(file.body());
            while (links.find()) {
                String link = links.group(1);
                if (!known.contains(link) && !link.startsWith("/medias/")) {
                    broken.add(new Broken(key, link));
                }
            }
        });
        return broken;
    }

    @GetMapping("/admin/liens")
    String report(Model model) {
        access.requireOnPlatform(Action.EDIT_TEXTS);
        model.addAttribute("standing", access.standing());
        model.addAttribute("broken", broken());
        return "editorial/admin-links";
    }
}
