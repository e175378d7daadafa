package courant.platform.search;

import courant.engine.fleet.VehicleClass;
import courant.engine.incentive.ProgrammeState;
import courant.facts.Directory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.store.ByteBuffersDirectory;

/// An index of everything public, in memory, made once and never changed: a newer one takes its place.
///
/// A word is looked for by its stem without accents. A word that occurs nowhere is replaced by the nearest that
/// does (two slips at most, by Damerau-Levenshtein), so that « deneigment » finds what « déneigement » finds.
///
/// Words that name a class of vehicles, as fleet lists do, find the vehicles of that class first. Among programmes of
/// financial aid, those that are closed come after those that are not.
///
/// Each item is read in its own language. An index in French holds French alone; one in English also holds what exists
/// in French only, and a word typed there is looked for in both languages, as each would stem it.
public final class SearchIndex {
    private static final int SHORTEST_CORRECTED = 4;
    private static final float TITLE_WEIGHT = 4;
    private static final float BEGINNING_WEIGHT = 0.5f;
    private static final float CLASS_WEIGHT = 8;
    private static final String CLASS = "class";
    private static final String STATE = "state";

    private static final Analyzer BY_FIELD = new PerFieldAnalyzerWrapper(
            SearchLanguage.FRENCH.stemmed(),
            Map.of(
                    words(SearchLanguage.FRENCH), SearchLanguage.FRENCH.folded(),
                    words(SearchLanguage.ENGLISH), SearchLanguage.ENGLISH.folded(),
                    stems(SearchLanguage.ENGLISH), SearchLanguage.ENGLISH.stemmed(),
                    title(SearchLanguage.ENGLISH), SearchLanguage.ENGLISH.stemmed()));

    private final List<SearchLanguage> languages;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Set<Integer> open;
    private final Set<Integer> closed;
    private final DirectSpellChecker speller = new DirectSpellChecker();

    private SearchIndex(List<SearchLanguage> languages, DirectoryReader reader) throws IOException {
        this.languages = languages;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.closed = inState(ProgrammeState.CLOSED);
        Set<Integer> others = new HashSet<>(inState(ProgrammeState.CONFIRMED));
        others.addAll(inState(ProgrammeState.TO_CONFIRM));
        this.open = Set.copyOf(others);
        speller.setMinPrefix(1);
        speller.setMinQueryLength(SHORTEST_CORRECTED);
        speller.setMaxEdits(2);
        speller.setThresholdFrequency(0);
    }

    private Set<Integer> inState(ProgrammeState state) throws IOException {
        Set<Integer> documents = new HashSet<>();
        for (ScoreDoc each : searcher.search(ofState(state), Math.max(1, reader.maxDoc())).scoreDocs) {
            documents.add(each.doc);
        }
        return documents;
    }

    private static Query ofState(ProgrammeState state) {
        return new TermQuery(new Term(STATE, state.name()));
    }

    private static String words(SearchLanguage language) {
        return "words." + language.tag();
    }

    private static String stems(SearchLanguage language) {
        return "stems." + language.tag();
    }

    private static String title(SearchLanguage language) {
        return "title." + language.tag();
    }

    /// An index for readers of French.
    ///
    /// @param items to be found, in French; cost `O(total text)`, about a second for 20,000
    public static SearchIndex of(List<SearchItem> items) {
        return of(items, List.of(SearchLanguage.FRENCH));
    }

    /// An index for readers of English.
    ///
    /// @param items to be found, in English or, what has no English version, in French
    public static SearchIndex inEnglish(List<SearchItem> items) {
        return of(items, List.of(SearchLanguage.ENGLISH, SearchLanguage.FRENCH));
    }

    /// @param languages that of the reader first
    private static SearchIndex of(List<SearchItem> items, List<SearchLanguage> languages) {
        try {
            ByteBuffersDirectory directory = new ByteBuffersDirectory();
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(BY_FIELD))) {
                for (SearchItem item : items) {
                    if (!languages.contains(item.language())) {
                        throw new IllegalArgumentException("%s is in %s, and this index in %s."
                                .formatted(item.address(), item.language(), languages));
                    }
                    writer.addDocument(document(item));
                }
                writer.forceMerge(1);
            }
            return new SearchIndex(languages, DirectoryReader.open(directory));
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private static Document document(SearchItem item) {
        Document document = new Document();
        String all = item.title() + " " + item.summary() + " " + item.text();
        document.add(new TextField(words(item.language()), all, Field.Store.NO));
        document.add(new TextField(stems(item.language()), all, Field.Store.NO));
        document.add(new TextField(title(item.language()), item.title(), Field.Store.NO));
        document.add(new StringField("kind", item.kind(), Field.Store.YES));
        document.add(new StoredField("address", item.address()));
        document.add(new StoredField("name", item.title()));
        document.add(new StoredField("summary", item.summary()));
        document.add(new StoredField("language", item.language().name()));
        if (item.state() != null) {
            document.add(new StringField(STATE, item.state().name(), Field.Store.YES));
        }
        item.classes().forEach(each -> document.add(new StringField(CLASS, each.id(), Field.Store.NO)));
        return document;
    }

    /// @param hits best first
    /// @param total how many there are
    /// @param kinds how many of each kind, whatever kind was asked for
    /// @param understood the words that were looked for when they are not those typed, else empty
    public record Found(List<SearchItem> hits, long total, Map<String, Integer> kinds, String understood) {}

    /// @param typed what the person typed
    /// @param kind only of this kind; empty for all
    /// @param from how many hits to pass over
    /// @param most how many hits to return
    public Found find(String typed, String kind, int from, int most) {
        try {
            Optional<Query> vehicles = vehicles(typed);
            List<String> known = new ArrayList<>();
            boolean corrected = false;
            BooleanQuery.Builder words = new BooleanQuery.Builder();
            for (String word : saying(Directory.spellingOutSaints(typed))) {
                String meant = vehicles.isPresent() ? word : meant(word);
                corrected |= !meant.equals(word);
                known.add(meant);
                words.add(oneWord(meant), BooleanClause.Occur.MUST);
            }
            if (known.isEmpty()) {
                return new Found(List.of(), 0, Map.of(), "");
            }
            BooleanQuery.Builder query = new BooleanQuery.Builder().add(words.build(), BooleanClause.Occur.SHOULD);
            vehicles.ifPresent(named -> query.add(named, BooleanClause.Occur.SHOULD));
            return found(query.build(), kind, from, most, corrected ? String.join(" ", known) : "");
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    /// Those of the class that the words name, if the index holds any.
    private Optional<Query> vehicles(String typed) throws IOException {
        Optional<VehicleClass> named = VehicleWords.named(typed);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        Query ofClass = new TermQuery(new Term(CLASS, named.get().id()));
        return searcher.count(ofClass) == 0 ? Optional.empty() : Optional.of(new BoostQuery(ofClass, CLASS_WEIGHT));
    }

    private Found found(Query query, String kind, int from, int most, String understood) throws IOException {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        for (String each : SearchItem.KINDS) {
            int count = searcher.count(ofKind(query, each));
            if (count > 0) {
                kinds.put(each, count);
            }
        }
        Query asked = kind.isEmpty() ? query : ofKind(query, kind);
        List<SearchItem> hits = new ArrayList<>();
        for (int document : ranked(asked, from + most).stream().skip(from).toList()) {
            hits.add(item(document));
        }
        return new Found(
                hits,
                kind.isEmpty()
                        ? kinds.values().stream().mapToInt(Integer::intValue).sum()
                        : kinds.getOrDefault(kind, 0),
                kinds,
                understood);
    }

    /// The first hits, best first; the places of programmes go to the open ones, then to the closed ones. Cost: the
    /// search for them, and a second one among the few programmes.
    private List<Integer> ranked(Query query, int first) throws IOException {
        Iterator<Integer> programmes = programmes(query).iterator();
        List<Integer> ranked = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, Math.max(1, first)).scoreDocs) {
            boolean isProgramme = open.contains(hit.doc) || closed.contains(hit.doc);
            ranked.add(isProgramme ? programmes.next() : hit.doc);
        }
        return ranked;
    }

    /// All programmes found: those that are closed after those that are not, each best first.
    private List<Integer> programmes(Query query) throws IOException {
        int all = open.size() + closed.size();
        if (all == 0) {
            return List.of();
        }
        BooleanQuery.Builder states = new BooleanQuery.Builder();
        for (ProgrammeState state : ProgrammeState.values()) {
            states.add(ofState(state), BooleanClause.Occur.SHOULD);
        }
        Query among = new BooleanQuery.Builder()
                .add(query, BooleanClause.Occur.MUST)
                .add(states.build(), BooleanClause.Occur.FILTER)
                .build();
        return Arrays.stream(searcher.search(among, all).scoreDocs)
                .map(hit -> hit.doc)
                .sorted(Comparator.comparing(closed::contains))
                .toList();
    }

    private static Query ofKind(Query query, String kind) {
        return new BooleanQuery.Builder()
                .add(query, BooleanClause.Occur.MUST)
                .add(new TermQuery(new Term("kind", kind)), BooleanClause.Occur.FILTER)
                .build();
    }

    private SearchItem item(int hit) throws IOException {
        Document document = searcher.storedFields().document(hit);
        String state = document.get(STATE);
        SearchItem item = new SearchItem(
                document.get("kind"),
                document.get("address"),
                document.get("name"),
                document.get("summary"),
                "",
                SearchLanguage.valueOf(document.get("language")));
        return state == null ? item : item.inState(ProgrammeState.valueOf(state));
    }

    /// The words that say something in the language of the reader, and in the others too unless none does.
    private List<String> saying(String typed) {
        List<String> words = List.copyOf(languages.getFirst().wordsOf(typed));
        List<String> everywhere = words.stream()
                .filter(word -> languages.stream()
                        .skip(1)
                        .noneMatch(other -> other.stem(word).isEmpty()))
                .toList();
        return everywhere.isEmpty() ? words : everywhere;
    }

    /// The word itself when its stem occurs or begins a word that does, else the nearest that occurs.
    private String meant(String word) throws IOException {
        if (word.length() < SHORTEST_CORRECTED || occurs(word)) {
            return word;
        }
        SuggestWord nearest = null;
        for (SearchLanguage language : languages) {
            SuggestWord[] near = speller.suggestSimilar(
                    new Term(words(language), word), 1, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
            if (near.length > 0 && (nearest == null || near[0].score > nearest.score)) {
                nearest = near[0];
            }
        }
        return nearest == null ? word : nearest.string;
    }

    private boolean occurs(String word) throws IOException {
        for (SearchLanguage language : languages) {
            if (searcher.count(new TermQuery(new Term(stems(language), stem(word, language)))) > 0
                    || searcher.count(new PrefixQuery(new Term(words(language), word))) > 0) {
                return true;
            }
        }
        return false;
    }

    private Query oneWord(String word) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (SearchLanguage language : languages) {
            String stem = stem(word, language);
            query.add(new TermQuery(new Term(stems(language), stem)), BooleanClause.Occur.SHOULD)
                    .add(
                            new BoostQuery(new TermQuery(new Term(title(language), stem)), TITLE_WEIGHT),
                            BooleanClause.Occur.SHOULD)
                    .add(
                            new BoostQuery(new PrefixQuery(new Term(words(language), word)), BEGINNING_WEIGHT),
                            BooleanClause.Occur.SHOULD);
        }
        return query.build();
    }

    /// A stem of one letter is left of a word that repeats it: nothing is meant by it.
    private static String stem(String word, SearchLanguage language) {
        String stem = language.stem(word);
        return stem.length() <= 1 ? word : stem;
    }
}
