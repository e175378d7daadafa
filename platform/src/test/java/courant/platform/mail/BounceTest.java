package courant.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import courant.platform.People;
import courant.postgres.DatabaseAccess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/// Letters sent to a real mail server that knows no address beginning with `inconnu` and is busy for `occupe`.
@SpringBootTest(properties = "courant.demonstration=true")
@AutoConfigureMockMvc
class BounceTest {
    private static final ServerSocket SERVER = server();

    @Autowired
    private MockMvc site;

    @Autowired
    private Outbox outbox;

    @Autowired
    private DatabaseAccess owner;

    @Autowired
    private Postman postman;

    @Autowired
    private TransactionTemplate transaction;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", SERVER::getLocalPort);
    }

    private static ServerSocket server() {
        try {
            ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> {
                while (!server.isClosed()) {
                    try (Socket client = server.accept()) {
                        converse(client);
                    } catch (IOException closed) {
                        return;
                    }
                }
            });
            return server;
        } catch (IOException taken) {
            throw new IllegalStateException(taken);
        }
    }

    private static void converse(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8);
        out.print("220 essai\r\n");
        out.flush();
        boolean inLetter = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String said = line.toLowerCase(Locale.ROOT);
            if (inLetter && !line.equals(".")) {
                continue;
            }
            inLetter = said.equals("data");
            String answer = said.startsWith("rcpt to:<inconnu")
                    ? "550 5.1.1 inconnu"
                    : said.startsWith("rcpt to:<occupe") ? "451 4.7.1 plus tard" : inLetter ? "354 allez" : "250 bien";
            out.print((said.equals("quit") ? "221 au revoir" : answer) + "\r\n");
            out.flush();
        }
    }

    @AfterAll
    static void close() throws IOException {
        SERVER.close();
    }

    @Test
    void anAddressThatDoesNotExistIsGivenUpAndABusyServerIsTriedAgain() throws Exception {
        People people = new People(site, outbox, owner);
        for (String who : new String[] {"inconnu", "occupe", "joyeuse"}) {
            people.run("""
                    insert into courant.newsletter_consent (confirm_hash, leave_hash, email, wording, language,
                      asked_from_hash, confirmed_at) values (sha256('c%1$s'), sha256('l%1$s'), '%1$s@ville.test', 'x', 'fr', 'x', now())
                    """.formatted(who));
            transaction.executeWithoutResult(
                    status -> outbox.post(new Letter(who + "@ville.test", "Essai", "Bonjour.", "")));
        }
        postman.round();
        assertThat(people.text("""
                select string_agg(split_part(recipient, '@', 1) || ' ' || attempts || ' ' || (sent_at is not null), ', ' order by recipient)
                from courant.mail where subject = 'Essai'
                """)).isEqualTo("inconnu 8 false, joyeuse 1 true, occupe 1 false");
        assertThat(people.text(
                        "select string_agg(email, ',') from courant.newsletter_consent where bounced_at is not null"))
                .isEqualTo("inconnu@ville.test");
    }
}
