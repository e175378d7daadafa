package courant.platform.editorial;

import courant.platform.web.SiteAddresses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// All texts of the site, read once. A text that lacks what its page needs keeps the application from starting.
@Component
public class TextLibrary implements SiteAddresses {
    private static final String ROOT = "classpath:/courant/platform/content/";

    private final List<PlainPage> pages;
    private final List<Workstream> workstreams;
    private final List<Article> articles;

    TextLibrary() throws IOException {
        pages = read("pages", PlainPage::of);
        workstreams = read("chantiers", Workstream::of).stream()
                .sorted(Comparator.comparingInt(Workstream::number))
                .toList();
        articles = read("actualites", Article::of).stream()
                .sorted(Comparator.comparing(Article::date).reversed().thenComparing(Article::slug))
                .toList();
    }

    private static <T> List<T> read(String folder, Function<TextFile, T> kind) throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources(ROOT + folder + "/*.md");
        List<T> texts = new ArrayList<>();
        for (Resource file : Arrays.stream(files)
                .sorted(Comparator.comparing(Resource::getFilename))
                .toList()) {
            String text = file.getContentAsString(StandardCharsets.UTF_8);
            texts.add(kind.apply(TextFile.parse(folder + "/" + file.getFilename(), text)));
        }
        return List.copyOf(texts);
    }

    public Optional<PlainPage> page(String slug) {
        return pages.stream().filter(p -> p.slug().equals(slug)).findFirst();
    }

    /// In order of number.
    public List<Workstream> workstreams() {
        return workstreams;
    }

    public Optional<Workstream> workstream(String slug) {
        return workstreams.stream().filter(w -> w.slug().equals(slug)).findFirst();
    }

    /// Newest first.
    public List<Article> articles() {
        return articles;
    }

    public Optional<Article> article(int year, String slug) {
        return articles.stream()
                .filter(a -> a.date().getYear() == year && a.slug().equals(slug))
                .findFirst();
    }

    /// Up to three others that share the most workstreams, the newest first among equals.
    public List<Article> similar(Article article) {
        return articles.stream()
                .filter(other -> other != article && other.nearness(article) > 0)
                .sorted(Comparator.comparingLong(article::nearness).reversed())
                .limit(3)
                .toList();
    }

    @Override
    public List<String> addresses() {
        return Stream.of(
                        pages.stream().map(page -> "/" + page.slug()),
                        Stream.of("/chantiers", "/actualites"),
                        workstreams.stream().map(Workstream::address),
                        articles.stream().map(Article::address))
                .flatMap(Function.identity())
                .toList();
    }
}
