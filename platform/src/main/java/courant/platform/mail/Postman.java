package courant.platform.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends the letters of the outbox through the server that `spring.mail.host` names.
@Component
@ConditionalOnProperty("spring.mail.host")
class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final Outbox outbox;
    private final JavaMailSender server;
    private final ApplicationEventPublisher events;
    private final String from;
    private final TransactionTemplate transaction;
    private final Semaphore oneRound = new Semaphore(1);

    Postman(
            Outbox outbox,
            JavaMailSender server,
            ApplicationEventPublisher events,
            @Value("${courant.mail-from}") String from,
            TransactionTemplate transaction) {
        this.outbox = outbox;
        this.events = events;
        this.server = server;
        this.from = from;
        this.transaction = transaction;
    }

    /// On a thread of its own: a slow mail server must not keep other tasks waiting for the same clock.
    @Scheduled(fixedDelayString = "PT5S")
    void begin() {
        if (oneRound.tryAcquire()) {
            Thread.ofPlatform().daemon().name("postman").start(() -> {
                try {
                    round();
                } finally {
                    oneRound.release();
                }
            });
        }
    }

    /// All letters whose turn has come, each in a transaction of its own: what has left is not sent again.
    void round() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> sendNext()));
        }
    }

    private boolean sendNext() {
        Optional<Outbox.Posted> next = outbox.next();
        next.ifPresent(this::send);
        return next.isPresent();
    }

    private void send(Outbox.Posted posted) {
        try {
            server.send(message(posted.letter()));
            outbox.sent(posted);
        } catch (MailException | MessagingException refused) {
            LOG.warn("Letter {} was not taken: {}", posted.id(), refused.getMessage());
            if (isForGood(refused)) {
                outbox.abandoned(posted, String.valueOf(refused.getMessage()));
                events.publishEvent(new Bounced(posted.letter().recipient()));
            } else {
                outbox.failed(posted, String.valueOf(refused.getMessage()));
            }
        }
    }

    /// Whether the server knows no such address, which no later try changes.
    private static boolean isForGood(Exception refused) {
        if (refused instanceof MailSendException sending) {
            return Arrays.stream(sending.getMessageExceptions()).anyMatch(Postman::isForGood);
        }
        return refused instanceof SendFailedException failed && isNotEmpty(failed.getInvalidAddresses());
    }

    private static boolean isNotEmpty(Address @Nullable [] addresses) {
        return addresses != null && addresses.length > 0;
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        MimeMessage message = server.createMimeMessage();
        boolean hasPage = !letter.html().isEmpty();
        MimeMessageHelper helper = new MimeMessageHelper(message, hasPage, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(letter.recipient());
        helper.setSubject(letter.subject());
        if (hasPage) {
            helper.setText(letter.body(), letter.html());
        } else {
            helper.setText(letter.body());
        }
        if (!letter.unsubscribeAddress().isEmpty()) {
            message.setHeader("List-Unsubscribe", "<" + letter.unsubscribeAddress() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return message;
    }
}
