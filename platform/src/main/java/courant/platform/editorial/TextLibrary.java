package courant.platform.editorial;

import courant.platform.web.SiteAddresses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// All published texts of the site: those that come with the product, and what editors published over them.
///
/// What ships is read once; a text that lacks what its page needs keeps the application from starting.
@Component
public class TextLibrary implements SiteAddresses {
    private static final String ROOT = "classpath*:/courant/platform/content/";

    private final Map<TextKey, TextFile> shipped = new TreeMap<>();
    private volatile Shelf shelf;

    /// @param kind of text
    /// @param slug its name
    /// @param language `fr` or `en`
    public record TextKey(TextKind kind, String slug, String language) implements Comparable<TextKey> {
        @Override
        public int compareTo(TextKey other) {
            return Comparator.comparing(TextKey::kind)
                    .thenComparing(TextKey::slug)
                    .thenComparing(TextKey::language)
                    .compare(this, other);
        }
    }

    /// The texts as they are read now.
    private record Shelf(
            Map<TextKey, TextFile> files,
            Map<String, Map<String, PlainPage>> pages,
            Map<String, List<Workstream>> workstreams,
            Map<String, List<Article>> articles,
            Map<String, List<ResourceCard>> resources,
            Map<String, List<Video>> videos,
            Map<String, List<Entry.Event>> events,
            Map<String, List<Question>> questions) {}

    /// @param demonstration whether the events of invented municipalities are shown too
    TextLibrary(@Value("${courant.demonstration}") boolean demonstration) throws IOException {
        for (TextKind kind : TextKind.values()) {
            ship(kind, "fr", kind.folder());
            ship(kind, "en", "en/" + kind.folder());
        }
        if (demonstration) {
            ship(TextKind.EVENTS, "fr", "demonstration/evenements");
            ship(TextKind.EVENTS, "en", "en/demonstration/evenements");
        }
        shelf = shelf(shipped);
    }

    private void ship(TextKind kind, String language, String folder) throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources(ROOT + folder + "/*.md");
        for (Resource file : files) {
            TextFile text =
                    TextFile.parse(folder + "/" + file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8));
            shipped.put(new TextKey(kind, text.required("slug"), language), text);
        }
    }

    private static Shelf shelf(Map<TextKey, TextFile> files) {
        Map<String, Map<String, PlainPage>> pages = new TreeMap<>();
        Map<String, List<Workstream>> workstreams = new TreeMap<>();
        Map<String, List<Article>> articles = new TreeMap<>();
        Map<String, List<ResourceCard>> resources = new TreeMap<>();
        Map<String, List<Video>> videos = new TreeMap<>();
        Map<String, List<Entry.Event>> events = new TreeMap<>();
        Map<String, List<Question>> questions = new TreeMap<>();
        files.forEach((key, file) -> {
            switch (key.kind().read(file.in(key.language()))) {
                case PlainPage page ->
                    pages.computeIfAbsent(key.language(), l -> new TreeMap<>()).put(key.slug(), page);
                case Workstream workstream -> add(workstreams, key, workstream);
                case Article article -> add(articles, key, article);
                case ResourceCard resource -> add(resources, key, resource);
                case Video video -> add(videos, key, video);
                case Entry.Event event -> add(events, key, event);
                case Question question -> add(questions, key, question);
                default -> throw new IllegalStateException(key.toString());
            }
        });
        workstreams.values().forEach(list -> list.sort(Comparator.comparingInt(Workstream::number)));
        articles.values()
                .forEach(list ->
                        list.sort(Comparator.comparing(Article::date).reversed().thenComparing(Article::slug)));
        return new Shelf(files, pages, workstreams, articles, resources, videos, events, questions);
    }

    private static <T> void add(Map<String, List<T>> lists, TextKey key, T text) {
        lists.computeIfAbsent(key.language(), language -> new ArrayList<>()).add(text);
    }

    /// Puts what editors published over what ships; does nothing when nothing changed.
    ///
    /// @param written published texts, by key
    /// @param removed texts that are shown no more
    public void show(Map<TextKey, TextFile> written, List<TextKey> removed) {
        Map<TextKey, TextFile> files = new TreeMap<>(shipped);
        files.putAll(written);
        removed.forEach(files::remove);
        if (!files.equals(shelf.files())) {
            shelf = shelf(files);
        }
    }

    /// The source of a text that ships, for who begins to edit it.
    public Optional<TextFile> shipped(TextKey key) {
        return Optional.ofNullable(shipped.get(key));
    }

    /// Every published text.
    public Map<TextKey, TextFile> files() {
        return shelf.files();
    }

    private static String language(Locale locale) {
        return locale.getLanguage();
    }

    /// A page in a language, else in French.
    public Optional<PlainPage> page(String slug, Locale locale) {
        return Optional.ofNullable(
                        shelf.pages().getOrDefault(language(locale), Map.of()).get(slug))
                .or(() -> Optional.ofNullable(
                        shelf.pages().getOrDefault("fr", Map.of()).get(slug)));
    }

    /// In order of number.
    public List<Workstream> workstreams(Locale locale) {
        return inLanguage(shelf.workstreams(), locale, Workstream::slug);
    }

    /// Newest first.
    public List<Article> articles(Locale locale) {
        return inLanguage(shelf.articles(), locale, Article::slug);
    }

    /// The French list, each text in the language when it exists in it.
    private static <T> List<T> inLanguage(Map<String, List<T>> lists, Locale locale, Function<T, String> slug) {
        List<T> french = lists.getOrDefault("fr", List.of());
        if (language(locale).equals("fr")) {
            return french;
        }
        Map<String, T> translated = new TreeMap<>();
        lists.getOrDefault(language(locale), List.of()).forEach(text -> translated.put(slug.apply(text), text));
        return french.stream()
                .map(text -> Objects.requireNonNullElse(translated.get(slug.apply(text)), text))
                .toList();
    }

    public Optional<Workstream> workstream(String slug, Locale locale) {
        return workstreams(locale).stream().filter(w -> w.slug().equals(slug)).findFirst();
    }

    public Optional<Article> article(int year, String slug, Locale locale) {
        return articles(locale).stream()
                .filter(a -> a.date().getYear() == year && a.slug().equals(slug))
                .findFirst();
    }

    /// By title. The documents they tell of keep their own language.
    public List<ResourceCard> resources(Locale locale) {
        return inLanguage(shelf.resources(), locale, ResourceCard::slug).stream()
                .sorted(Comparator.comparing(ResourceCard::title))
                .toList();
    }

    public Optional<ResourceCard> resource(String slug, Locale locale) {
        return resources(locale).stream().filter(r -> r.slug().equals(slug)).findFirst();
    }

    public List<Entry.Event> events(Locale locale) {
        return inLanguage(shelf.events(), locale, Entry.Event::slug);
    }

    public List<Question> questions(Locale locale) {
        return inLanguage(shelf.questions(), locale, Question::slug);
    }

    public List<Video> videos(Locale locale) {
        return inLanguage(shelf.videos(), locale, Video::slug);
    }

    public Optional<Video> video(String slug, Locale locale) {
        return videos(locale).stream().filter(v -> v.slug().equals(slug)).findFirst();
    }

    /// Those that share most workstreams, the newest first among equals.
    List<Article> similar(Article article, Locale locale) {
        return articles(locale).stream()
                .filter(other -> !other.slug().equals(article.slug()) && article.nearness(other) > 0)
                .sorted(Comparator.comparing(article::nearness).reversed())
                .limit(3)
                .toList();
    }

    @Override
    public List<String> addresses() {
        Stream<String> lists = Stream.of("/chantiers", "/actualites", "/ressources", "/videos", "/plan-du-site");
        Stream<String> texts = shelf.files().entrySet().stream()
                .filter(entry -> entry.getKey().language().equals("fr"))
                .map(entry -> entry.getKey().kind().address(entry.getValue()))
                .map(address -> address.replaceFirst("#.*", ""));
        return Stream.concat(lists, texts).distinct().toList();
    }

    @Override
    public List<String> downloads() {
        return List.of("/actualites.atom", "/evenements.ics");
    }
}
