package courant.platform.editorial;

import java.util.List;

/// One of the ten climate workstreams (chantiers).
///
/// @param slug last part of its address
/// @param number 1 to 10
/// @param title short name
/// @param summary one sentence
/// @param modules addresses of the pages of this site that serve it
/// @param html body
/// @param language `fr` or `en`
public record Workstream(
        String slug, int number, String title, String summary, List<String> modules, String html, String language) {
    static Workstream of(TextFile file) {
        return new Workstream(
                file.required("slug"),
                Integer.parseInt(file.required("numero")),
                file.required("titre"),
                file.required("resume"),
                file.list("modules"),
                Markdown.html(file.body()),
                file.language());
    }

    /// The modules to which the text itself does not lead.
    public List<String> otherModules() {
        return modules.stream()
                .filter(module -> !html.contains("href=\"" + module + "\""))
                .toList();
    }

    public String address() {
        return "/chantiers/" + slug;
    }
}
