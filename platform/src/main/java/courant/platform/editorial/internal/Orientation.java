package courant.platform.editorial.internal;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// How a photograph is turned before it is shown: a camera stores what its sensor saw, and says beside it how it
/// was held (Exif 2.32, 4.6.4, tag 0x0112 “Orientation”, whose values 1 to 8 are these, in order).
enum Orientation {
    UPRIGHT(1, 0, 0, 1),
    MIRRORED(-1, 0, 0, 1),
    UPSIDE_DOWN(-1, 0, 0, -1),
    MIRRORED_UPSIDE_DOWN(1, 0, 0, -1),
    MIRRORED_TO_THE_LEFT(0, 1, 1, 0),
    TO_THE_RIGHT(0, 1, -1, 0),
    MIRRORED_TO_THE_RIGHT(0, -1, -1, 0),
    TO_THE_LEFT(0, -1, 1, 0);

    private static final int SEGMENT = 0xFF;
    private static final int EXIF_SEGMENT = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY_BYTES = 12;

    private final int xOfX;
    private final int yOfX;
    private final int xOfY;
    private final int yOfY;

    /// Where a step to the right and a step downwards of what is stored lead in what is shown.
    Orientation(int xOfX, int yOfX, int xOfY, int yOfY) {
        this.xOfX = xOfX;
        this.yOfX = yOfX;
        this.xOfY = xOfY;
        this.yOfY = yOfY;
    }

    /// @return upright when the file does not say, or says it in a way that cannot be read
    static Orientation of(byte[] jpeg) {
        try {
            return inSegments(ByteBuffer.wrap(jpeg));
        } catch (IndexOutOfBoundsException cutShort) {
            return UPRIGHT;
        }
    }

    private static Orientation inSegments(ByteBuffer jpeg) {
        int at = 2;
        while ((jpeg.get(at) & 0xFF) == SEGMENT) {
            int marker = jpeg.get(at + 1) & 0xFF;
            if (marker == START_OF_SCAN) {
                return UPRIGHT;
            }
            int length = jpeg.getShort(at + 2) & 0xFFFF;
            byte[] beginning = new byte[EXIF.length];
            if (marker == EXIF_SEGMENT && length > 2 + EXIF.length) {
                jpeg.get(at + 4, beginning);
                if (Arrays.equals(beginning, EXIF)) {
                    return inExif(jpeg.slice(at + 4 + EXIF.length, length - 2 - EXIF.length));
                }
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    /// The first directory of the TIFF structure that Exif is.
    private static Orientation inExif(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG && tiff.getShort(entry + 2) == SHORT) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /// Whether what is stored as a row is shown as a column.
    boolean isSideways() {
        return xOfX == 0;
    }

    /// From the pixels of what is stored to those of what is shown.
    ///
    /// @param width of what is stored
    /// @param height of what is stored
    AffineTransform turning(int width, int height) {
        int right = isSideways() ? height : width;
        int bottom = isSideways() ? width : height;
        return new AffineTransform(xOfX, yOfX, xOfY, yOfY, xOfX + xOfY < 0 ? right : 0, yOfX + yOfY < 0 ? bottom : 0);
    }
}
