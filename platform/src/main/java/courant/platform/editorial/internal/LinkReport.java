package courant.platform.editorial.internal;

import courant.platform.accounts.Access;
import courant.platform.accounts.Action;
import courant.platform.editorial.Markdown;
import courant.platform.editorial.TextFile;
import courant.platform.editorial.TextLibrary;
import courant.platform.editorial.TextLibrary.TextKey;
import courant.platform.links.LinkCheck;
import courant.platform.links.LinkLedger;
import courant.platform.links.LinkSource;
import courant.platform.links.LinkState;
import courant.platform.web.SiteAddresses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Links that lead nowhere: within the site, such as to a text that was taken away, and outside of it.
@Controller
public class LinkReport implements LinkSource {
    /// An address among the fields of a text, such as the one of its source.
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s)<>\"«»]+");
    private static final Set<String> ALWAYS = Set.of(
            "/",
            "/analyser",
            "/recherche",
            "/infolettre",
            "/connexion",
            "/espace",
            "/aide-financiere/alerte",
            "/sitemap.xml");

    private final Access access;
    private final TextLibrary library;
    private final List<SiteAddresses> modules;
    private final LinkCheck check;
    private final LinkLedger ledger;

    LinkReport(Access access, TextLibrary library, List<SiteAddresses> modules, LinkCheck check, LinkLedger ledger) {
        this.access = access;
        this.library = library;
        this.modules = modules;
        this.check = check;
        this.ledger = ledger;
    }

    /// @param text that has the link
    /// @param link that leads nowhere
    public record Broken(TextKey text, String link) {}

    List<Broken> broken() {
        Set<String> known = new HashSet<>(ALWAYS);
        modules.forEach(module -> {
            known.addAll(module.addresses());
            known.addAll(module.downloads());
        });
        List<Broken> broken = new ArrayList<>();
        library.files()
                .forEach((key, file) -> Markdown.destinations(file.body()).stream()
                        .filter(destination -> destination.startsWith("/") && !destination.startsWith("/medias/"))
                        .map(destination -> destination.replaceFirst("[#?].*", ""))
                        .filter(link -> !known.contains(link))
                        .forEach(link -> broken.add(new Broken(key, link))));
        return broken;
    }

    /// Published texts that lead to an address of the site.
    List<Map.Entry<TextKey, TextFile>> linkingTo(String address) {
        return library.files().entrySet().stream()
                .filter(text -> Markdown.destinations(text.getValue().body()).stream()
                        .anyMatch(link -> link.replaceFirst("[#?].*", "").equals(address)))
                .toList();
    }

    /// Addresses outside the site, in the texts and in what stands before them.
    @Override
    public List<Outgoing> links() {
        List<Outgoing> links = new ArrayList<>();
        library.files().forEach((key, file) -> {
            String editing = "/admin/textes/" + key.kind().folder() + "/" + key.slug() + "/" + key.language();
            Stream.concat(inFields(file), Markdown.destinations(file.body()).stream())
                    .filter(address -> address.matches("https?://.+"))
                    .forEach(address -> links.add(new Outgoing(address, key.slug(), editing)));
        });
        return links;
    }

    private static Stream<String> inFields(TextFile file) {
        return file.fields().values().stream()
                .flatMap(value -> ADDRESS.matcher(value).results())
                .map(address -> address.group().replaceFirst("[.,;:]+$", ""));
    }

    @GetMapping("/admin/liens")
    String report(Model model) {
        access.requireOnPlatform(Action.EDIT_TEXTS);
        model.addAttribute("standing", access.standing());
        model.addAttribute("broken", broken());
        model.addAttribute("outside", outside());
        return "editorial/admin-links";
    }

    /// What is known of the links outside.
    ///
    /// @param enabled whether this instance asks outside at all
    /// @param running whether a run is under way
    /// @param links how many addresses there are
    /// @param asked how many were ever asked
    /// @param last when one was last asked, null for never
    /// @param care those that need a person
    public record Outside(
            boolean enabled,
            boolean running,
            long links,
            long asked,
            @Nullable Instant last,
            List<LinkCheck.Seen> care) {}

    private Outside outside() {
        Map<String, LinkState> states = ledger.states();
        List<String> addresses =
                check.links().stream().map(Outgoing::address).distinct().toList();
        return new Outside(
                check.isEnabled(),
                check.isRunning(),
                addresses.size(),
                addresses.stream().filter(states::containsKey).count(),
                states.values().stream()
                        .map(LinkState::checkedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                check.needingCare());
    }
}
