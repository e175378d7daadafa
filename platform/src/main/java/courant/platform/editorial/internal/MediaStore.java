package courant.platform.editorial.internal;

import courant.platform.accounts.Person;
import courant.platform.audit.AuditTrail;
import courant.platform.editorial.TextFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Pictures of the texts, each with what it shows in words.
@Component
public class MediaStore {
    private final JdbcClient database;
    private final AuditTrail audit;
    private final PictureUses uses;

    MediaStore(JdbcClient database, AuditTrail audit, PictureUses uses) {
        this.database = database;
        this.audit = audit;
        this.uses = uses;
    }

    /// @param alternative what it shows, in French
    public record Media(long id, String name, String type, String alternative, int width, int height) {
        public String address() {
            return "/medias/" + id + "/" + name;
        }

        /// Where its words are corrected.
        public String editing() {
            return "/admin/medias/" + id;
        }

        /// As the field of a text holds it.
        public String line() {
            return address() + " | " + TextFile.curly(alternative).replaceAll("\\s+", " ");
        }
    }

    @Transactional(readOnly = true)
    public List<Media> all() {
        return database.sql("select * from media order by id desc")
                .query((row, index) -> media(row))
                .list();
    }

    private static Media media(ResultSet row) throws SQLException {
        return new Media(
                row.getLong("id"),
                row.getString("name"),
                row.getString("type"),
                row.getString("alternative_fr"),
                row.getInt("width"),
                row.getInt("height"));
    }

    @Transactional(readOnly = true)
    public Optional<Media> find(long id) {
        return database.sql("select * from media where id = :id")
                .param("id", id)
                .query((row, index) -> media(row))
                .optional();
    }

    @Transactional
    public void add(Person by, String name, String alternative, Pictures picture) {
        long id = database.sql("""
                        insert into media (name, type, alternative_fr, width, height, added_by)
                        values (:name, :type, :alternative, :width, :height, :by) returning id
                        """)
                .param("name", name)
                .param("type", picture.type())
                .param("alternative", alternative)
                .param("width", picture.width())
                .param("height", picture.height())
                .param("by", by.id())
                .query(Long.class)
                .single();
        picture.sizes()
                .forEach((width, content) -> database.sql(
                                "insert into media_size (media_id, width, content) values (:id, :width, :content)")
                        .param("id", id)
                        .param("width", width)
                        .param("content", content)
                        .update());
        audit.record(by.actor(), "media.added", "media/" + id);
    }

    /// What the picture shows, in better words.
    @Transactional
    public void correct(Person by, long id, String alternative) {
        int corrected = database.sql(
                        "update media set alternative_fr = :alternative where id = :id and alternative_fr <> :alternative")
                .param("alternative", alternative)
                .param("id", id)
                .update();
        if (corrected > 0) {
            audit.record(by.actor(), "media.corrected", "media/" + id);
        }
    }

    /// Takes a picture away for good, unless something shows it. Whoever keeps words meanwhile waits, see
    /// [courant.platform.editorial.CitedPictures], and is then told that it is gone.
    ///
    /// @return whether it is gone
    @Transactional
    public boolean remove(Person by, long id) {
        boolean there = database.sql("select id from media where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional()
                .isPresent();
        if (!there) {
            return true;
        }
        if (!uses.of(id).isEmpty()) {
            return false;
        }
        database.sql("delete from media where id = :id").param("id", id).update();
        audit.record(by.actor(), "media.removed", "media/" + id);
        return true;
    }

    /// @param content of one width
    record Sized(String type, byte[] content) {}

    /// The width asked for, else the nearest that is wider, else the widest.
    @Transactional(readOnly = true)
    public Optional<Sized> content(long id, int width) {
        return database.sql("""
                        select m.type, s.content from media m join media_size s on s.media_id = m.id where m.id = :id
                        order by s.width < :width, abs(s.width - :width) limit 1
                        """)
                .param("id", id)
                .param("width", width)
                .query((row, index) -> new Sized(row.getString("type"), row.getBytes("content")))
                .optional();
    }
}
