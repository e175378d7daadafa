package courant.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// On a real port, since it is the server that counts the bytes of an upload.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "courant.upload-patience=300ms")
class UploadLimitsTest {
    private static final String BOUNDARY = "limite";

    @LocalServerPort
    private int port;

    private static byte[] form(int bytes) {
        byte[] head = ("--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"p.csv\"\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] form = new byte[head.length + bytes + tail.length];
        System.arraycopy(head, 0, form, 0, head.length);
        System.arraycopy(tail, 0, form, form.length - tail.length, tail.length);
        return form;
    }

    private HttpResponse<String> send(int bytes) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/analyser"))
                            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(form(bytes)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String head(int length) {
        return "POST /analyser HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY
                + "\r\nContent-Length: " + length + "\r\n\r\n";
    }

    @Test
    void whenAsManyCrawlInAsTheMemoryHoldsTheNextIsToldToComeBackAndSmallOnesPass() throws Exception {
        long room = Runtime.getRuntime().maxMemory() / (8 << 20);
        List<Socket> crawling = new ArrayList<>();
        try {
            for (long held = 0; held <= room; held += 60) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                crawling.add(socket);
                socket.getOutputStream().write(head(60 << 20).getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
            HttpResponse<String> answer = send(60_000_000);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("30");
            assertThat(answer.body()).contains("Beaucoup de fichiers arrivent").contains("rien n’a été gardé");
            assertThat(send(100_000).statusCode()).isNotEqualTo(503);
        } finally {
            for (Socket socket : crawling) {
                socket.close();
            }
        }
    }

    @Test
    void aFileOfSeventyMegabytesIsRefusedWithAPageThatSaysWhatToDo() throws Exception {
        HttpResponse<String> answer = send(70_000_000);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("Fichier trop volumineux").contains("retirez les images");
    }

    @Test
    void anUploadCutOffHalfWayIsRefusedAndNothingIsKept() throws Exception {
        byte[] form = form(100_000);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head(form.length).getBytes(StandardCharsets.US_ASCII));
            out.write(form, 0, form.length / 2);
            out.flush();
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("Demande incomplète");
        }
    }
}
