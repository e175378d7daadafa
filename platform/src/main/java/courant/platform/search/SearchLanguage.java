package courant.platform.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.apache.lucene.util.IOUtils;

/// How a language is read: which words say nothing, and what the forms of a word have in common.
public enum SearchLanguage {
    FRENCH("fr") {
        @Override
        TokenStream words(TokenStream lowerCase) {
            return new StopFilter(
                    new ElisionFilter(lowerCase, FrenchAnalyzer.DEFAULT_ARTICLES), FrenchAnalyzer.getDefaultStopSet());
        }

        @Override
        TokenStream stems(TokenStream folded) {
            return new FrenchLightStemFilter(folded);
        }
    },
    /// English texts name places and laws in French: an article before a vowel is passed over in them too.
    ENGLISH("en") {
        @Override
        TokenStream words(TokenStream lowerCase) {
            return new StopFilter(
                    new EnglishPossessiveFilter(new ElisionFilter(lowerCase, FrenchAnalyzer.DEFAULT_ARTICLES)),
                    ENGLISH_STOP_WORDS);
        }

        @Override
        TokenStream stems(TokenStream folded) {
            return new PorterStemFilter(folded);
        }
    };

    private static final CharArraySet ENGLISH_STOP_WORDS = englishStopWords();

    private final String tag;
    private final Analyzer folded = new Reading(false);
    private final Analyzer stemmed = new Reading(true);

    SearchLanguage(String tag) {
        this.tag = tag;
    }

    /// `fr` or `en`.
    public String tag() {
        return tag;
    }

    abstract TokenStream words(TokenStream lowerCase);

    abstract TokenStream stems(TokenStream folded);

    /// Words as written, without accents; or their stems.
    private final class Reading extends Analyzer {
        private final boolean stemming;

        Reading(boolean stemming) {
            this.stemming = stemming;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new StandardTokenizer();
            TokenStream plain = new ASCIIFoldingFilter(words(new LowerCaseFilter(tokenizer)));
            return new TokenStreamComponents(tokenizer, stemming ? stems(plain) : plain);
        }
    }

    private static CharArraySet englishStopWords() {
        try {
            return WordlistLoader.getSnowballWordSet(IOUtils.requireResourceNonNull(
                    SnowballFilter.class.getResourceAsStream("english_stop.txt"), "english_stop.txt"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    Analyzer folded() {
        return folded;
    }

    Analyzer stemmed() {
        return stemmed;
    }

    /// The words that say something, without accents, each once.
    Set<String> wordsOf(String text) {
        return read(text, folded);
    }

    /// The stem of a word; empty for a word that says nothing in this language.
    String stem(String word) {
        return read(word, stemmed).stream().findFirst().orElse("");
    }

    private static Set<String> read(String text, Analyzer analyzer) {
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
