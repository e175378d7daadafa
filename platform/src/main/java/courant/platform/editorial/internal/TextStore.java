package courant.platform.editorial.internal;

import courant.platform.accounts.Person;
import courant.platform.audit.AuditTrail;
import courant.platform.database.HeldLink;
import courant.platform.editorial.TextFile;
import courant.platform.editorial.TextKind;
import courant.platform.editorial.TextLibrary;
import courant.platform.editorial.TextLibrary.TextKey;
import courant.platform.web.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Texts that editors wrote: drafts, versions, what is published, what is scheduled, what was taken away.
@Component
public class TextStore {
    private final JdbcClient database;
    private final AuditTrail audit;
    private final HeldLink held;
    private final TextLibrary library;

    TextStore(JdbcClient database, AuditTrail audit, HeldLink held, TextLibrary library) {
        this.database = database;
        this.audit = audit;
        this.held = held;
        this.library = library;
    }

    /// Somebody else saved a draft in between.
    static final class OvertakenException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// @param author name of who wrote it, empty when the account is gone
    public record Version(long id, String source, String author, Instant at) {}

    /// @param draft number of the version that is the draft, 0 for none
    /// @param published number of the version that is published, 0 when it is the one that ships
    /// @param publishAt when the draft is published, null when it is not scheduled
    /// @param removed whether it is taken away
    public record State(
            long draft, long published, @Nullable Instant publishAt, boolean removed) {
        static final State UNTOUCHED = new State(0, 0, null, false);
    }

    @Transactional(readOnly = true)
    public State state(TextKey key) {
        return of(key, "select * from text_state where kind = :kind and slug = :slug and language = :language")
                .query((row, index) -> state(row))
                .optional()
                .orElse(State.UNTOUCHED);
    }

    private JdbcClient.StatementSpec of(TextKey key, String sql) {
        return database.sql(sql)
                .param("kind", key.kind().folder())
                .param("slug", key.slug())
                .param("language", key.language());
    }

    private static State state(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("publish_at");
        return new State(
                row.getLong("draft_id"),
                row.getLong("published_id"),
                at == null ? null : at.toInstant(),
                row.getTimestamp("removed_at") != null);
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public List<Version> versions(TextKey key) {
        return of(key, """
                        select v.id, v.source, v.written_at, coalesce(nullif(a.name, ''), a.email, '') as author
                        from text_version v left join account a on a.id = v.written_by
                        where kind = :kind and slug = :slug and language = :language order by v.id desc
                        """)
                .query((row, index) -> new Version(
                        row.getLong("id"),
                        row.getString("source"),
                        row.getString("author"),
                        row.getTimestamp("written_at").toInstant()))
                .list();
    }

    /// All states, for the list of texts.
    @Transactional(readOnly = true)
    public Map<TextKey, State> states() {
        Map<TextKey, State> states = new TreeMap<>();
        database.sql("select * from text_state").query((ResultSet row) -> {
            states.put(key(row), state(row));
        });
        return states;
    }

    private static TextKey key(ResultSet row) throws SQLException {
        return new TextKey(
                TextKind.of(row.getString("kind")).orElseThrow(), row.getString("slug"), row.getString("language"));
    }

    /// Keeps a draft, as a new version.
    ///
    /// @param base number of the version the person began with, 0 for the text that ships
    /// @throws OvertakenException when another draft was saved since: nothing is overwritten
    @Transactional
    public long saveDraft(Person by, TextKey key, String source, long base) {
        of(key, "insert into text_state (kind, slug, language) values (:kind, :slug, :language) on conflict do nothing")
                .update();
        State state = of(key, """
                        select * from text_state where kind = :kind and slug = :slug and language = :language for update
                        """).query((row, index) -> state(row)).single();
        if (latest(state) != base) {
            throw new OvertakenException();
        }
        long id = of(key, """
                        insert into text_version (kind, slug, language, source, written_by)
                        values (:kind, :slug, :language, :source, :by) returning id
                        """)
                .param("source", source)
                .param("by", by.id())
                .query(Long.class)
                .single();
        of(key, "update text_state set draft_id = :id where kind = :kind and slug = :slug and language = :language")
                .param("id", id)
                .update();
        audit.record(by.actor(), "text.saved", subject(key) + " version/" + id);
        return id;
    }

    private static String subject(TextKey key) {
        return "texte/" + key.kind().folder() + "/" + key.slug() + "/" + key.language();
    }

    /// The version a person edits: the draft, else what is published.
    public static long latest(State state) {
        return state.draft() != 0 ? state.draft() : state.published();
    }

    /// Publishes the draft, now or at a moment to come.
    @Transactional
    public void publish(Person by, TextKey key, @Nullable Instant at) {
        of(key, at == null ? """
                        update text_state set published_id = draft_id, publish_at = null, removed_at = null
                        where kind = :kind and slug = :slug and language = :language and draft_id is not null
                        """ : """
                        update text_state set publish_at = :at
                        where kind = :kind and slug = :slug and language = :language and draft_id is not null
                        """)
                .param("at", at == null ? null : Timestamp.from(at))
                .update();
        audit.record(by.actor(), at == null ? "text.published" : "text.scheduled", subject(key));
        refresh();
    }

    /// Takes a text away, or puts it back.
    @Transactional
    public void remove(Person by, TextKey key, boolean removed) {
        of(key, """
                        insert into text_state (kind, slug, language, removed_at)
                        values (:kind, :slug, :language, case when :removed then now() end)
                        on conflict (kind, slug, language) do update set removed_at = excluded.removed_at
                        """).param("removed", removed).update();
        audit.record(by.actor(), removed ? "text.removed" : "text.put-back", subject(key));
        refresh();
    }

    /// A link to the draft for somebody without an account.
    @Transactional
    public Secret previewLink(Person by, TextKey key) {
        Secret link = Secret.fresh();
        of(key, """
                        update text_version set preview_hash = decode(:hash, 'hex') where id =
                          (select draft_id from text_state
                           where kind = :kind and slug = :slug and language = :language)
                        """).param("hash", link.hashHex()).update();
        audit.record(by.actor(), "text.preview-link", subject(key));
        return link;
    }

    /// @param source of the draft
    record Preview(TextKey key, String source) {}

    @Transactional(readOnly = true)
    public Optional<Preview> previewed(Secret link) {
        held.hold(link);
        return database.sql("select * from text_version where preview_hash = decode(:hash, 'hex')")
                .param("hash", link.hashHex())
                .query((row, index) -> new Preview(key(row), row.getString("source")))
                .optional();
    }

    /// Publishes what is due and shows what other instances published.
    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT20S")
    @Transactional
    public void publishDue() {
        int published =
                database.sql("select publish_due_texts()").query(Integer.class).single();
        if (published > 0) {
            audit.record("courant", "text.published-as-scheduled", String.valueOf(published));
        }
        refresh();
    }

    @EventListener
    @Transactional(readOnly = true)
    public void begin(ApplicationStartedEvent started) {
        refresh();
    }

    private void refresh() {
        Map<TextKey, TextFile> written = new TreeMap<>();
        database.sql("""
                        select s.kind, s.slug, s.language, v.source from text_state s
                        join text_version v on v.id = s.published_id where s.removed_at is null
                        """).query((ResultSet row) -> {
            TextKey key = key(row);
            written.put(key, TextFile.parse(subject(key), row.getString("source")));
        });
        List<TextKey> removed = new ArrayList<>();
        database.sql("select kind, slug, language from text_state where removed_at is not null")
                .query((ResultSet row) -> {
                    removed.add(key(row));
                });
        library.show(written, removed);
    }
}
