package courant.platform.web;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/// What search engines are told.
@RestController
class SiteMapController {
    private final List<SiteAddresses> modules;

    SiteMapController(List<SiteAddresses> modules) {
        this.modules = modules;
    }

    @GetMapping(path = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
    String siteMap(@ModelAttribute("page") Page page) {
        return modules.stream()
                .flatMap(module -> module.addresses().stream())
                .map(address -> "<url><loc>%s</loc></url>".formatted(page.absolute(address)))
                .collect(Collectors.joining(
                        "\n",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
                        "\n</urlset>\n"));
    }

    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    String robots(@ModelAttribute("page") Page page) {
        return "User-agent: *\nDisallow: /analyser/\nDisallow: /infolettre/\nDisallow: /connexion\nDisallow: /espace\nDisallow: /admin\nDisallow: /compte\nDisallow: /invitation/\nDisallow: /apercu/\nSitemap: %s\n"
                .formatted(page.absolute("/sitemap.xml"));
    }
}
