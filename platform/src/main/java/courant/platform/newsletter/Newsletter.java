package courant.platform.newsletter;

import courant.platform.mail.Letter;
import courant.platform.mail.Outbox;
import courant.platform.mail.Sender;
import courant.platform.web.Secret;
import courant.platform.web.Words;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Subscribing: the request and the letter that asks to confirm it stand or fall together.
@Component
class Newsletter {
    private final ConsentLedger ledger;
    private final Outbox outbox;
    private final Sender sender;
    private final NewsletterSettings settings;

    Newsletter(ConsentLedger ledger, Outbox outbox, Sender sender, NewsletterSettings settings) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.sender = sender;
        this.settings = settings;
    }

    /// @param email address as the person typed it, already checked
    /// @param originHash hash of where the request came from, hexadecimal
    @Transactional
    public void ask(String email, Words words, String originHash) {
        Secret confirm = Secret.fresh();
        Secret leave = Secret.fresh();
        boolean noted = ledger.ask(new ConsentLedger.Request(
                confirm,
                leave,
                email.toLowerCase(Locale.ROOT),
                words.say("newsletter.consent"),
                words.locale().toLanguageTag(),
                originHash));
        if (noted) {
            outbox.post(letter(email, words, confirm, leave));
        }
    }

    private Letter letter(String email, Words words, Secret confirm, Secret leave) {
        String leaving = settings.publicUrl() + "/infolettre/retrait/" + leave.text();
        String body = String.join(
                "\n\n",
                words.say("newsletter.letter.asked"),
                settings.publicUrl() + "/infolettre/confirmation/" + confirm.text(),
                words.say("newsletter.letter.ignore"),
                words.say("newsletter.letter.leave"),
                leaving,
                sender.named(words));
        return new Letter(email, words.say("newsletter.letter.subject"), body, leaving);
    }
}
