package courant.ingest.sheet;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Texts in UTF-8 that some program read as Windows-1252 and wrote again: « VÃ©hicule » for « Véhicule ».
final class Mojibake {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /// A letter that begins a UTF-8 pair, then one of the characters that may end it.
    private static final Pattern PAIR = Pattern.compile("[ÃÂÅ][\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€");

    private Mojibake() {}

    /// The text as it was meant; the same text when it is not garbled.
    static String restore(String text) {
        if (!PAIR.matcher(text).find()) {
            return text;
        }
        try {
            ByteBuffer bytes = WINDOWS.newEncoder().encode(CharBuffer.wrap(text));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            // Not garbled after all: the letters stand there on purpose.
            return text;
        }
    }
}
