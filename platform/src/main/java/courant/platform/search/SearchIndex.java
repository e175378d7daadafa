package courant.platform.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;
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
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.store.ByteBuffersDirectory;

/// An index of everything public, in memory, made once and never changed: a newer one takes its place.
///
/// A word is looked for by its French stem without accents. A word that occurs nowhere is replaced by the nearest that
/// does (two slips at most, by Damerau-Levenshtein), so that « deneigment » finds what « déneigement » finds.
public final class SearchIndex {
    private static final String WORDS = "words";
    private static final String STEMS = "stems";
    private static final String TITLE = "title";
    private static final int SHORTEST_CORRECTED = 4;
    private static final float TITLE_WEIGHT = 4;
    private static final float BEGINNING_WEIGHT = 0.5f;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final DirectSpellChecker speller = new DirectSpellChecker();

    private SearchIndex(DirectoryReader reader) {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        speller.setMinPrefix(1);
        speller.setMinQueryLength(SHORTEST_CORRECTED);
        speller.setMaxEdits(2);
        speller.setThresholdFrequency(0);
    }

    /// Words as written, without accents; or their stems.
    private static final class French extends Analyzer {
        private final boolean stemmed;

        French(boolean stemmed) {
            this.stemmed = stemmed;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new StandardTokenizer();
            TokenStream words = new ElisionFilter(new LowerCaseFilter(tokenizer), FrenchAnalyzer.DEFAULT_ARTICLES);
            words = new StopFilter(words, FrenchAnalyzer.getDefaultStopSet());
            if (stemmed) {
                words = new FrenchLightStemFilter(new ASCIIFoldingFilter(words));
            } else {
                words = new ASCIIFoldingFilter(words);
            }
            return new TokenStreamComponents(tokenizer, words);
        }
    }

    private static final Analyzer FOLDED = new French(false);
    private static final Analyzer STEMMED = new French(true);

    /// @param items to be found; cost `O(total text)`, about a second for 20,000
    public static SearchIndex of(List<SearchItem> items) {
        try {
            ByteBuffersDirectory directory = new ByteBuffersDirectory();
            Analyzer analyzer = new PerFieldAnalyzerWrapper(STEMMED, Map.of(WORDS, FOLDED));
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (int i = 0; i < items.size(); i++) {
                    writer.addDocument(document(items.get(i)));
                }
                writer.forceMerge(1);
            }
            return new SearchIndex(DirectoryReader.open(directory));
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private static Document document(SearchItem item) {
        Document document = new Document();
        String all = item.title() + " " + item.summary() + " " + item.text();
        document.add(new TextField(WORDS, all, Field.Store.NO));
        document.add(new TextField(STEMS, all, Field.Store.NO));
        document.add(new TextField(TITLE, item.title(), Field.Store.NO));
        document.add(new StringField("kind", item.kind(), Field.Store.YES));
        document.add(new StoredField("address", item.address()));
        document.add(new StoredField("name", item.title()));
        document.add(new StoredField("summary", item.summary()));
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
            Set<String> words = words(typed, FOLDED);
            List<String> known = new ArrayList<>();
            boolean corrected = false;
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            for (String word : words) {
                String meant = meant(word);
                corrected |= !meant.equals(word);
                known.add(meant);
                query.add(oneWord(meant), BooleanClause.Occur.MUST);
            }
            if (known.isEmpty()) {
                return new Found(List.of(), 0, Map.of(), "");
            }
            return found(query.build(), kind, from, most, corrected ? String.join(" ", known) : "");
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
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
        TopDocs top = searcher.search(asked, from + most);
        List<SearchItem> hits = new ArrayList<>();
        for (int i = from; i < top.scoreDocs.length; i++) {
            hits.add(item(top.scoreDocs[i]));
        }
        return new Found(
                hits,
                kind.isEmpty()
                        ? kinds.values().stream().mapToInt(Integer::intValue).sum()
                        : kinds.getOrDefault(kind, 0),
                kinds,
                understood);
    }

    private static Query ofKind(Query query, String kind) {
        return new BooleanQuery.Builder()
                .add(query, BooleanClause.Occur.MUST)
                .add(new TermQuery(new Term("kind", kind)), BooleanClause.Occur.FILTER)
                .build();
    }

    private SearchItem item(ScoreDoc hit) throws IOException {
        Document document = searcher.storedFields().document(hit.doc);
        return new SearchItem(
                document.get("kind"), document.get("address"), document.get("name"), document.get("summary"), "");
    }

    /// The word itself when its stem occurs or begins a word that does, else the nearest that occurs.
    private String meant(String word) throws IOException {
        if (word.length() < SHORTEST_CORRECTED || occurs(word)) {
            return word;
        }
        SuggestWord[] near =
                speller.suggestSimilar(new Term(WORDS, word), 1, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
        return near.length == 0 ? word : near[0].string;
    }

    private boolean occurs(String word) throws IOException {
        return searcher.count(new TermQuery(new Term(STEMS, stem(word)))) > 0
                || searcher.count(new PrefixQuery(new Term(WORDS, word))) > 0;
    }

    private static Query oneWord(String word) {
        String stem = stem(word);
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(STEMS, stem)), BooleanClause.Occur.SHOULD)
                .add(new BoostQuery(new TermQuery(new Term(TITLE, stem)), TITLE_WEIGHT), BooleanClause.Occur.SHOULD)
                .add(
                        new BoostQuery(new PrefixQuery(new Term(WORDS, word)), BEGINNING_WEIGHT),
                        BooleanClause.Occur.SHOULD)
                .build();
    }

    private static String stem(String word) {
        return words(word, STEMMED).stream().findFirst().orElse(word);
    }

    private static Set<String> words(String text, Analyzer analyzer) {
        Set<String> words = new LinkedHashSet<>();
        try (TokenStream tokens = analyzer.tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return words;
    }
}
