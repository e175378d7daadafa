package courant.ingest.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Tells the encoding of a text file from its bytes: a mark, zero bytes, valid UTF-8, else the bytes of French accents.
final class Encodings {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Encodings() {}

    /// UTF-16 by its mark, or by zero bytes in every other position; null when the bytes are not UTF-16.
    static @Nullable Charset utf16(byte[] head) {
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        int half = head.length / 2;
        if (half >= 4 && odd * 10 > half * 7 && even * 10 < half) {
            return StandardCharsets.UTF_16LE;
        }
        if (half >= 4 && even * 10 > half * 7 && odd * 10 < half) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    /// The encoding of a whole text; reads it once, O(bytes).
    static Charset of(InputStream in) throws IOException {
        byte[] head = in.readNBytes(8192);
        Charset utf16 = utf16(head);
        if (utf16 != null) {
            return utf16;
        }
        long[] counts = new long[256];
        Utf8Check utf8 = new Utf8Check();
        byte[] buffer = head;
        int length = head.length;
        while (length > 0) {
            for (int i = 0; i < length; i++) {
                int b = buffer[i] & 0xFF;
                counts[b]++;
                utf8.accept(b);
            }
            buffer = new byte[65536];
            length = in.read(buffer);
        }
        return utf8.isValid() ? StandardCharsets.UTF_8 : oneByte(counts);
    }

    /// Which one-byte encoding the accents é è à ê ç speak for; Windows-1252 unless another clearly wins.
    private static Charset oneByte(long[] counts) {
        long windows = counts[0xE9] + counts[0xE8] + counts[0xE0] + counts[0xEA] + counts[0xE7] + counts[0xC9];
        long mac = counts[0x8E] + counts[0x8F] + counts[0x88] + counts[0x90] + counts[0x8D] + counts[0x83];
        long dos = counts[0x82] + counts[0x8A] + counts[0x85] + counts[0x88] + counts[0x87] + counts[0x90];
        if (mac > 2 * windows && counts[0x8E] + counts[0x8F] >= counts[0x82] + counts[0x8A]) {
            return Charset.forName("x-MacRoman");
        }
        if (dos > 2 * windows) {
            return Charset.forName("IBM850");
        }
        return WINDOWS;
    }

    /// Follows a stream of bytes as UTF-8.
    private static final class Utf8Check {
        private int following;
        private boolean valid = true;

        void accept(int b) {
            if (following > 0) {
                valid &= (b & 0xC0) == 0x80;
                following--;
            } else if (b >= 0x80) {
                following = b >= 0xF0 ? 3 : b >= 0xE0 ? 2 : 1;
                valid &= b >= 0xC2 && b <= 0xF4;
            }
        }

        boolean isValid() {
            return valid;
        }
    }
}
