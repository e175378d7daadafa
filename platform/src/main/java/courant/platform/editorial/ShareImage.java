package courant.platform.editorial;

import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/// The picture that goes with a shared address (Open Graph), drawn here: the title on our green.
@Controller
class ShareImage {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 630;
    private static final int MARGIN = 80;
    private static final int MOST_LINES = 5;
    private static final Color GREEN = new Color(0x0f4a37);
    private static final Color AMBER = new Color(0xf5b301);

    private final TextLibrary library;
    private final Font bold;

    ShareImage(TextLibrary library) throws IOException, FontFormatException {
        this.library = library;
        try (InputStream in = Objects.requireNonNull(
                ShareImage.class.getResourceAsStream("/liberation/LiberationSans-Bold.ttf"), "font")) {
            this.bold = Font.createFont(Font.TRUETYPE_FONT, in);
        }
    }

    @GetMapping(path = "/actualites/{year:\\d{4}}/{slug}/image.png", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> article(@PathVariable int year, @PathVariable String slug, @ModelAttribute("page") Page page)
            throws IOException {
        String title = library.article(year, slug, page.locale())
                .orElseThrow(() -> new NotFoundException(slug))
                .title();
        return sent(title, page);
    }

    @GetMapping(path = "/partage.png", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> site(@ModelAttribute("page") Page page) throws IOException {
        return sent(page.say("home.title"), page);
    }

    private ResponseEntity<byte[]> sent(String title, Page page) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(drawn(title, page.say("site.title")), "png", out);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(out.toByteArray());
    }

    private BufferedImage drawn(String title, String site) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(GREEN);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(AMBER);
        pen.fillRect(MARGIN, MARGIN, 120, 12);
        pen.setColor(Color.WHITE);
        pen.setFont(bold.deriveFont(58f));
        int baseline = MARGIN + 100;
        for (String line : lines(title, pen.getFontMetrics())) {
            pen.drawString(line, MARGIN, baseline);
            baseline += 74;
        }
        pen.setFont(bold.deriveFont(28f));
        pen.drawString(site, MARGIN, HEIGHT - MARGIN);
        pen.dispose();
        return image;
    }

    private static List<String> lines(String text, FontMetrics metrics) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && metrics.stringWidth(line + " " + word) > WIDTH - 2 * MARGIN) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines.subList(0, Math.min(lines.size(), MOST_LINES));
    }
}
