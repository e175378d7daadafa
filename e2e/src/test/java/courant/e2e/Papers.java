package courant.e2e;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;

/// Papers that people attach, and those they take away.
final class Papers {
    private Papers() {}

    /// As small as a PDF may be: one empty page.
    static FilePayload pdf(String name) {
        return new FilePayload(name, "application/pdf", """
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>endobj
                trailer<</Root 1 0 R>>
                %%EOF
                """.getBytes(StandardCharsets.US_ASCII));
    }

    static FilePayload text(String name) {
        return new FilePayload(name, "text/plain", "Résolution adoptée.\n".getBytes(StandardCharsets.UTF_8));
    }

    static FilePayload png(String name) {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        image.setRGB(10, 10, 0x0f4a37);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return new FilePayload(name, "image/png", bytes.toByteArray());
    }

    static byte[] bytes(Download download) {
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    /// What a Word document says, with its marks.
    static String textOfDocx(Download download) {
        try (InputStream file = Files.newInputStream(download.path());
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
        throw new AssertionError(download.suggestedFilename() + " is no Word document");
    }
}
