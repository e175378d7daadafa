package courant.platform.funding.internal;

import courant.platform.funding.ProgrammeLibrary;
import courant.platform.mail.Letter;
import courant.platform.mail.Outbox;
import courant.platform.mail.Sender;
import courant.platform.web.EmailAddress;
import courant.platform.web.Secret;
import courant.platform.web.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells people of the programmes they asked about: once a day or once a week, never the same thing twice.
@Component
class Alerts {
    private final JdbcClient database;
    private final AlertLedger ledger;
    private final ProgrammeChanges changes;
    private final ProgrammeLibrary library;
    private final Outbox outbox;
    private final Sender sender;
    private final Clock clock;
    private final String publicUrl;

    Alerts(
            JdbcClient database,
            AlertLedger ledger,
            ProgrammeChanges changes,
            ProgrammeLibrary library,
            Outbox outbox,
            Sender sender,
            Clock clock,
            @Value("${courant.public-url}") String publicUrl) {
        this.database = database;
        this.ledger = ledger;
        this.changes = changes;
        this.library = library;
        this.outbox = outbox;
        this.sender = sender;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /// Notes the request and sends the letter that asks to confirm it; both or neither.
    @Transactional
    public void ask(EmailAddress email, ProgrammeFilter search, String rhythm, Words words, String originHash) {
        Secret confirm = Secret.fresh();
        Secret leave = Secret.fresh();
        AlertLedger.Wish wish = new AlertLedger.Wish(
                email.value(),
                search.query(),
                rhythm,
                words.say("alert.consent", search.described(words)),
                words.locale().toLanguageTag());
        if (ledger.ask(wish, confirm, leave, originHash)) {
            String leaving = publicUrl + "/aide-financiere/alerte/retrait/" + leave.text();
            outbox.post(new Letter(
                    email.value(),
                    words.say("alert.confirm.subject"),
                    String.join(
                            "\n\n",
                            words.say("alert.confirm.text", search.described(words)),
                            publicUrl + "/aide-financiere/alerte/confirmation/" + confirm.text(),
                            words.say("newsletter.letter.ignore"),
                            words.say("newsletter.letter.leave"),
                            leaving,
                            sender.named(words)),
                    leaving));
        }
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT15M")
    @Transactional
    public void tell() {
        database.sql("select set_config('courant.task', 'alerts', true)")
                .query(String.class)
                .single();
        changes.note();
        if (sender.open()) {
            ledger.due().forEach(this::tell);
        }
    }

    private void tell(AlertLedger.Due due) {
        List<ProgrammeChanges.Change> since = changes.since(due.lastChange());
        if (since.isEmpty()) {
            return;
        }
        Words words = Words.of(Locale.forLanguageTag(due.language()));
        ProgrammeFilter search = ProgrammeFilter.parse(due.search());
        // A programme that changed several times is named once, with the last that became of it.
        Map<String, String> lines = new LinkedHashMap<>();
        for (ProgrammeChanges.Change change : since) {
            card(change.programme())
                    .filter(search::holds)
                    .ifPresent(card -> lines.put(change.programme(), line(card, change, words)));
        }
        long last = since.getLast().id();
        if (lines.isEmpty()) {
            ledger.passed(due, last);
        } else {
            Secret leave = Secret.fresh();
            ledger.told(due, last, leave);
            String leaving = publicUrl + "/aide-financiere/alerte/retrait/" + leave.text();
            List<String> parts = new ArrayList<>(List.of(words.say("alert.letter.text", search.described(words))));
            parts.addAll(lines.values());
            parts.add(words.say("newsletter.letter.leave"));
            parts.add(leaving);
            parts.add(sender.named(words));
            outbox.post(new Letter(
                    due.email(), words.say("alert.letter.subject", lines.size()), String.join("\n\n", parts), leaving));
        }
    }

    /// A programme that was withdrawn is news to nobody.
    private Optional<ProgrammeCard> card(String id) {
        return library.find(id)
                .filter(programme -> !programme.withdrawn())
                .map(programme -> new ProgrammeCard(programme, LocalDate.now(clock)));
    }

    private String line(ProgrammeCard card, ProgrammeChanges.Change change, Words words) {
        return words.say("alert.change." + change.kind(), card.name(words.locale())) + "\n" + publicUrl
                + "/aide-financiere/" + change.programme();
    }
}
