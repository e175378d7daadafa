package courant.platform.editorial.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A photograph stands upright, however the telephone was held.
class PicturesTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 160;

    /// Four quarters, from left to right and from top to bottom: R(ed), G(reen), B(lue), Y(ellow).
    private static BufferedImage quarters(String colours) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int i = 0; i < 4; i++) {
            pen.setColor(colour(colours.charAt(i)));
            pen.fillRect(i % 2 * WIDTH / 2, i / 2 * HEIGHT / 2, WIDTH / 2, HEIGHT / 2);
        }
        pen.dispose();
        return image;
    }

    private static Color colour(char letter) {
        return switch (letter) {
            case 'R' -> Color.RED;
            case 'G' -> Color.GREEN;
            case 'B' -> Color.BLUE;
            default -> Color.YELLOW;
        };
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /// An Exif segment of one directory with one entry.
    private static byte[] exif(int orientation, ByteOrder order) {
        ByteBuffer segment = ByteBuffer.allocate(36);
        segment.putShort((short) 0xFFE1).putShort((short) 34).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        segment.order(order);
        segment.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
        segment.putShort((short) 42).putInt(8).putShort((short) 1);
        segment.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        return segment.putShort((short) 0).putInt(0).array();
    }

    /// Behind the start of the picture and its first segment, where a camera writes it.
    private static byte[] with(byte[] jpeg, byte[] segment) {
        int first = 4 + ((jpeg[4] & 0xFF) << 8 | jpeg[5] & 0xFF);
        return ByteBuffer.allocate(jpeg.length + segment.length)
                .put(jpeg, 0, first)
                .put(segment)
                .put(jpeg, first, jpeg.length - first)
                .array();
    }

    private static String seen(BufferedImage image) {
        StringBuilder corners = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            int x = i % 2 * (image.getWidth() - 1);
            int y = i / 2 * (image.getHeight() - 1);
            corners.append(letter(new Color(image.getRGB(x, y))));
        }
        return corners.toString();
    }

    private static char letter(Color colour) {
        boolean red = colour.getRed() > 150;
        boolean green = colour.getGreen() > 150;
        boolean blue = colour.getBlue() > 150;
        return red && green && !blue ? 'Y' : red && !green && !blue ? 'R' : green && !red ? 'G' : blue ? 'B' : '?';
    }

    private static BufferedImage shown(Pictures pictures) throws IOException {
        byte[] widest = pictures.sizes().get(pictures.sizes().lastKey());
        return ImageIO.read(new ByteArrayInputStream(widest));
    }

    /// What a camera stores for a scene whose quarters are red, green, blue, yellow (Exif 2.32, 4.6.4: where the
    /// first row and the first column of what is stored belong in the scene).
    @ParameterizedTest(name = "orientation {0}, stored as {1}")
    @CsvSource({
        "1, RGBY, false", // top, left
        "2, GRYB, false", // top, right
        "3, YBGR, false", // bottom, right
        "4, BYRG, false", // bottom, left
        "5, RBGY, true", // left, top
        "6, GYRB, true", // right, top
        "7, YGBR, true", // right, bottom
        "8, BRYG, true", // left, bottom
    })
    void aPhotographIsTurnedAsTheCameraWasHeld(int orientation, String stored, boolean sideways) throws Exception {
        byte[] jpeg = encoded(quarters(stored), "jpeg");
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            Pictures pictures = Pictures.of(with(jpeg, exif(orientation, order)));
            BufferedImage image = shown(pictures);
            assertThat(seen(image)).isEqualTo("RGBY");
            assertThat(image.getWidth()).isEqualTo(sideways ? HEIGHT : WIDTH).isEqualTo(pictures.width());
            assertThat(image.getHeight()).isEqualTo(sideways ? WIDTH : HEIGHT).isEqualTo(pictures.height());
        }
    }

    @Test
    void whatIsWrittenAnewSaysNothingOfHowItWasHeld() throws Exception {
        byte[] jpeg = with(encoded(quarters("GYRB"), "jpeg"), exif(6, ByteOrder.BIG_ENDIAN));
        byte[] anew = Pictures.of(jpeg).sizes().get(HEIGHT);
        assertThat(new String(anew, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 60_000})
    void anOrientationThatIsNoneLeavesThePhotographAsItIs(int orientation) throws Exception {
        byte[] jpeg = with(encoded(quarters("RGBY"), "jpeg"), exif(orientation, ByteOrder.LITTLE_ENDIAN));
        assertThat(seen(shown(Pictures.of(jpeg)))).isEqualTo("RGBY");
    }

    @Test
    void aPhotographWithoutOrientationOrWithADirectoryOutsideTheFileIsUpright() throws Exception {
        byte[] jpeg = encoded(quarters("RGBY"), "jpeg");
        byte[] lost = exif(6, ByteOrder.BIG_ENDIAN);
        lost[14] = 0x7F;
        assertThat(Orientation.of(jpeg)).isEqualTo(Orientation.UPRIGHT);
        assertThat(Orientation.of(with(jpeg, lost))).isEqualTo(Orientation.UPRIGHT);
        assertThat(Orientation.of(new byte[] {(byte) 0xFF, (byte) 0xD8})).isEqualTo(Orientation.UPRIGHT);
        assertThat(seen(shown(Pictures.of(with(jpeg, lost))))).isEqualTo("RGBY");
    }

    @Test
    void aPictureWithoutACameraStaysAsItIs() throws Exception {
        assertThat(seen(shown(Pictures.of(encoded(quarters("RGBY"), "png"))))).isEqualTo("RGBY");
    }
}
