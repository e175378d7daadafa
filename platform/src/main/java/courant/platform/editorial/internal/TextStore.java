package courant.platform.editorial.internal;

import courant.platform.accounts.Person;
import courant.platform.audit.AuditTrail;
import courant.platform.database.HeldLink;
import courant.platform.editorial.CitedPictures;
import courant.platform.editorial.PictureSource;
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
public class TextStore implements PictureSource {
    private final JdbcClient database;
    private final AuditTrail audit;
    private final HeldLink held;
    private final TextLibrary library;
    private final CitedPictures pictures;

    TextStore(JdbcClient database, AuditTrail audit, HeldLink held, TextLibrary library, CitedPictures pictures) {
        this.database = database;
        this.audit = audit;
        this.held = held;
        this.library = library;
        this.pictures = pictures;
    }

    /// Somebody else saved a draft in between.
    static final class OvertakenException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// @param author name of who wrote it, empty when the account is gone
    public record Version(long id, String source, String author, Instant at) {}

    /// What a person wrote.
    ///
    /// @param source of the text
    /// @param base number of the version the person began with, 0 for the text that ships
    public record Draft(TextKey key, String source, long base) {}

    /// @param draft number of the version that is the draft, 0 for none
    /// @param published number of the version that is published, 0 when it is the one that ships
    /// @param publishedAt when that was last done, null for never
    /// @param scheduled number of the version that will be published, 0 for none
    /// @param publishAt when it will be, null when none is
    /// @param removed whether it is taken away
    public record State(
            long draft,
            long published,
            @Nullable Instant publishedAt,
            long scheduled,
            @Nullable Instant publishAt,
            boolean removed) {
        static final State UNTOUCHED = new State(0, 0, null, 0, null, false);

        /// Whether nobody ever wrote it here.
        boolean isUnwritten() {
            return draft == 0 && published == 0;
        }
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
        return new State(
                row.getLong("draft_id"),
                row.getLong("published_id"),
                instant(row, "published_at"),
                row.getLong("scheduled_id"),
                instant(row, "publish_at"),
                row.getTimestamp("removed_at") != null);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public List<Version> versions(TextKey key) {
        return of(key, """
                        select v.id, v.source, v.written_at, coalesce(nullif(a.name, ''), a.email, '') as author
                        from text_version v left join account a on a.id = v.written_by
                        where kind = :kind and slug = :slug and language = :language order by v.id desc
                        """).query((row, index) -> version(row)).list();
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getLong("id"),
                row.getString("source"),
                row.getString("author"),
                row.getTimestamp("written_at").toInstant());
    }

    /// The newest version of each text, for the list of texts.
    @Transactional(readOnly = true)
    public Map<TextKey, Version> newest() {
        Map<TextKey, Version> newest = new TreeMap<>();
        database.sql("""
                        select distinct on (v.kind, v.slug, v.language) v.kind, v.slug, v.language, v.id, v.source,
                          v.written_at, coalesce(nullif(a.name, ''), a.email, '') as author
                        from text_version v left join account a on a.id = v.written_by
                        order by v.kind, v.slug, v.language, v.id desc
                        """).query((ResultSet row) -> {
            newest.put(key(row), version(row));
        });
        return newest;
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

    /// What is on the site, and what is drafted, foreseen or taken away for a time.
    @Override
    @Transactional(readOnly = true)
    public List<Writing> writings() {
        List<Writing> writings = new ArrayList<>();
        library.files().forEach((key, file) -> writings.add(writing(key, file)));
        database.sql("""
                        select v.kind, v.slug, v.language, v.source from text_state s
                        join text_version v on v.id in (s.draft_id, s.published_id, s.scheduled_id)
                        """).query((ResultSet row) -> {
            TextKey key = key(row);
            writings.add(writing(key, TextFile.parse(subject(key), row.getString("source"))));
        });
        return writings;
    }

    private static Writing writing(TextKey key, TextFile file) {
        String title = file.optional("titre");
        return new Writing(
                title.isEmpty() ? key.slug() : title,
                TextEditing.address(key),
                String.join("\n", file.fields().values()) + "\n" + file.body());
    }

    private static TextKey key(ResultSet row) throws SQLException {
        return new TextKey(
                TextKind.of(row.getString("kind")).orElseThrow(), row.getString("slug"), row.getString("language"));
    }

    /// Keeps a draft, as a new version when its words are new.
    ///
    /// @throws OvertakenException when another draft was saved since: nothing is overwritten
    /// @throws CitedPictures.AbsentException when it cites a picture that is not in the library
    @Transactional
    public long saveDraft(Person by, Draft draft) {
        return keep(by, draft);
    }

    /// Makes a draft of an earlier version as it was written, whatever it cites: it is corrected before it is
    /// published.
    ///
    /// @throws OvertakenException when another draft was saved since
    @Transactional
    public void takeUp(Person by, Draft earlier) {
        append(by, earlier);
    }

    private long keep(Person by, Draft draft) {
        pictures.hold(draft.source());
        return append(by, draft);
    }

    private long append(Person by, Draft draft) {
        TextKey key = draft.key();
        of(key, "insert into text_state (kind, slug, language) values (:kind, :slug, :language) on conflict do nothing")
                .update();
        State state = of(key, """
                        select * from text_state where kind = :kind and slug = :slug and language = :language for update
                        """).query((row, index) -> state(row)).single();
        if (latest(state) != draft.base()) {
            throw new OvertakenException();
        }
        Optional<String> kept = database.sql("select source from text_version where id = :id")
                .param("id", draft.base())
                .query(String.class)
                .optional();
        if (kept.equals(Optional.of(draft.source()))) {
            return draft.base();
        }
        long id = of(key, """
                        insert into text_version (kind, slug, language, source, written_by)
                        values (:kind, :slug, :language, :source, :by) returning id
                        """)
                .param("source", draft.source())
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

    /// Keeps what a person wrote and publishes that very version.
    ///
    /// @throws OvertakenException when another draft was saved since: what nobody here has read is not published
    @Transactional
    public void publish(Person by, Draft draft) {
        long id = keep(by, draft);
        of(draft.key(), """
                        update text_state set published_id = :id, published_at = now(), scheduled_id = null,
                          publish_at = null, removed_at = null
                        where kind = :kind and slug = :slug and language = :language
                        """).param("id", id).update();
        audit.record(by.actor(), "text.published", subject(draft.key()) + " version/" + id);
        refresh();
    }

    /// Keeps what a person wrote and publishes that very version at a moment to come, whatever is drafted until then.
    ///
    /// @throws OvertakenException when another draft was saved since
    @Transactional
    public void schedule(Person by, Draft draft, Instant at) {
        long id = keep(by, draft);
        of(draft.key(), """
                        update text_state set scheduled_id = :id, publish_at = :at
                        where kind = :kind and slug = :slug and language = :language
                        """).param("id", id).param("at", Timestamp.from(at)).update();
        audit.record(by.actor(), "text.scheduled", subject(draft.key()) + " version/" + id);
    }

    /// Publishes nothing at the moment that was foreseen.
    @Transactional
    public void cancel(Person by, TextKey key) {
        int cancelled = of(key, """
                        update text_state set scheduled_id = null, publish_at = null
                        where kind = :kind and slug = :slug and language = :language and publish_at is not null
                        """).update();
        if (cancelled > 0) {
            audit.record(by.actor(), "text.unscheduled", subject(key));
        }
    }

    /// Takes a text away, with what was foreseen for it, or puts it back.
    @Transactional
    public void remove(Person by, TextKey key, boolean removed) {
        of(key, """
                        insert into text_state (kind, slug, language, removed_at)
                        values (:kind, :slug, :language, case when :removed then now() end)
                        on conflict (kind, slug, language) do update set removed_at = excluded.removed_at,
                          scheduled_id = case when :removed then null else text_state.scheduled_id end,
                          publish_at = case when :removed then null else text_state.publish_at end
                        """).param("removed", removed).update();
        audit.record(by.actor(), removed ? "text.removed" : "text.put-back", subject(key));
        refresh();
    }

    /// Keeps what a person wrote, and makes a link to it for somebody without an account.
    ///
    /// @throws OvertakenException when another draft was saved since
    @Transactional
    public Secret previewLink(Person by, Draft draft) {
        long id = keep(by, draft);
        Secret link = Secret.fresh();
        database.sql("update text_version set preview_hash = decode(:hash, 'hex') where id = :id")
                .param("hash", link.hashHex())
                .param("id", id)
                .update();
        audit.record(by.actor(), "text.preview-link", subject(draft.key()));
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
        record Published(TextKey key, long version) {}
        database.sql("select * from publish_due_texts() order by version")
                .query((row, index) -> new Published(key(row), row.getLong("version")))
                .list()
                .forEach(text -> audit.record(
                        "courant", "text.published-as-scheduled", subject(text.key()) + " version/" + text.version()));
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
