package courant.postgres;

import static courant.postgres.Sql.ask;
import static courant.postgres.Sql.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.postgres.DatabaseProblem.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Each test has two fresh databases, `source` with rows of every kind and `target` with the same empty tables.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupTest {
    private static final String TABLES = """
            create schema courant;
            create table courant.flyway_schema_history (
                installed_rank int primary key, version text, success boolean not null);
            insert into courant.flyway_schema_history values (1, '1', true), (2, '12', true), (3, null, true);

            create table courant.municipality (
                id bigint generated always as identity primary key,
                name text not null unique,
                chief_unit bigint);
            create table courant.unit (
                id bigserial primary key,
                municipality bigint not null references courant.municipality on delete restrict,
                replaces bigint references courant.unit,
                label text, photo bytea, bought timestamptz, kept tsrange, price numeric(12, 2), weight double precision,
                tags text[], facts jsonb, ratio real, active boolean, day date,
                label_length int generated always as (length(label)) stored);
            -- The two tables refer to each other: no order of loading would do.
            alter table courant.municipality add foreign key (chief_unit) references courant.unit;

            alter table courant.unit enable row level security;
            alter table courant.unit force row level security;
            create policy own on courant.unit using (municipality = current_setting('courant.municipality')::bigint);

            create table courant."Événement, « rare »" ("à quoi" text, only_null text);
            create table courant.reading (day date not null, kwh int) partition by range (day);
            create table courant.reading_2026 partition of courant.reading
                for values from ('2026-01-01') to ('2027-01-01');

            create table courant.audit (entry text);
            create function courant.append() returns trigger language plpgsql as
                $$ begin insert into courant.audit values ('trigger'); return new; end $$;
            create trigger audited after insert on courant.unit for each row execute function courant.append();
            create trigger audited_always after insert on courant.municipality
                for each row execute function courant.append();
            alter table courant.municipality enable always trigger audited_always;
            """;

    private static final String ROWS = """
            insert into courant.municipality (name) values ('Saint-Étienne'), ('L''Île-d''Été'), ('Ville "x", y');
            insert into courant.unit
                (municipality, replaces, label, photo, bought, kept, price, weight, tags, facts, ratio, active, day)
            values
                (1, null, 'Camion n° 1', '\\x00ff0a0d225c', '2026-03-08 02:30:00.123456-05', '[2026-01-01,2027-01-01)',
                    12345678.90, 0.1, '{"a,b",null,"c\\"d"}', '{"clé": "é", "n": 1.50}', 1e-10, true, '2026-02-28'),
                (2, 1, '', '', 'infinity', 'empty', 0.00, 'NaN', '{}', 'null', '-Infinity', false, '0001-01-01 BC'),
                (3, 3, null, null, null, null, null, null, null, null, null, null, null),
                (3, 2, E'deux\\nlignes\\r\\n\\ttab \\\\. "guillemets" ; , \\\\N NULL 🚒', null, now(), null, -1, 1e300,
                    null, null, null, null, null);
            insert into courant.unit (municipality, label) values (1, '\\.'), (1, ' '), (1, 'NULL'), (1, '""');
            update courant.municipality set chief_unit = 4 where id = 1;
            insert into courant."Événement, « rare »" values (null, null), ('\\.', null), ('', null);
            insert into courant.reading select date '2026-01-01' + day % 365, day from generate_series(1, 1000) day;
            select setval('courant.unit_id_seq', 5000);
            """;

    private static final List<String> CONTENT =
            List.of("municipality", "unit", "\"Événement, « rare »\"", "reading", "audit");

    private final Path home;
    private final EmbeddedPostgres postgres;

    @TempDir
    Path folder = Path.of("");

    private DatabaseAccess source = new DatabaseAccess("", "", "");
    private DatabaseAccess target = source;
    private int databases;

    BackupTest() throws IOException, InterruptedException {
        home = Homes.ready();
        postgres = EmbeddedPostgres.start(home);
    }

    @AfterAll
    void stop() {
        postgres.stop();
        Homes.delete(home);
    }

    @BeforeEach
    void twoDatabases() throws SQLException {
        source = newDatabase();
        run(source, TABLES, ROWS);
        target = newDatabase();
        run(target, TABLES);
    }

    private DatabaseAccess newDatabase() throws SQLException {
        String name = "test_" + ++databases;
        run(postgres.superuser(), "create database " + name + " owner courant");
        DatabaseAccess owner = postgres.owner();
        return new DatabaseAccess(owner.jdbcUrl().replaceAll("/courant$", "/" + name), owner.user(), owner.password());
    }

    @Test
    void everyValueComesBackAsItWas() throws Exception {
        Path file = folder.resolve("backup.zip");
        BackupReceipt written = Backup.write(source, file);
        BackupReceipt restored = Backup.restore(file, target);

        assertEquals(written, restored);
        assertEquals(5, written.tables());
        assertEquals(3 + 8 + 3 + 1000 + 11, written.rows());
        assertEquals(Checksum.of(Files.newInputStream(file)), written.sha256());
        for (String table : CONTENT) {
            assertEquals(content(source, table), content(target, table), table);
        }
    }

    /// Every row in text and in bytes, computed columns included, in an order of its own.
    private static String content(DatabaseAccess access, String table) throws SQLException {
        String rows = "select string_agg(line, E'\\n' order by line) from"
                + " (select t::text || encode(convert_to(t::text, 'UTF8'), 'hex') as line from courant.%s t) lines";
        return ask(access, rows.formatted(table));
    }

    @Test
    void sequencesGoOnWhereTheyWere() throws Exception {
        Path file = folder.resolve("backup.zip");
        Backup.write(source, file);
        Backup.restore(file, target);
        assertEquals("5001", ask(target, "select nextval('courant.unit_id_seq')"));
        assertEquals("4", ask(target, "insert into courant.municipality (name) values ('new') returning id"));
    }

    @Test
    void everyGuardStandsAfterwards() throws Exception {
        Path file = folder.resolve("backup.zip");
        Backup.write(source, file);
        Backup.restore(file, target);
        String triggers = "select string_agg(tgname || tgenabled::text, ' ' order by tgname) from pg_trigger"
                + " where not tgisinternal";
        String keys = "select string_agg(pg_get_constraintdef(oid), ' ' order by conname) from pg_constraint";
        String security = "select string_agg(relname || relforcerowsecurity, ' ' order by relname) from pg_class"
                + " where relrowsecurity";
        for (String query : List.of(triggers, keys, security)) {
            assertEquals(ask(source, query), ask(target, query));
        }
        assertThrows(SQLException.class, () -> run(target, "insert into courant.unit (municipality) values (99)"));
    }

    @Test
    void aBackupIsOneMomentWhileOthersWrite() throws Exception {
        Path file = folder.resolve("backup.zip");
        try (Connection other = source.open()) {
            other.setAutoCommit(false);
            other.createStatement().execute("insert into courant.audit values ('not yet committed')");
            Backup.write(source, file);
            other.commit();
        }
        Backup.restore(file, target);
        assertEquals("11", ask(target, "select count(*) from courant.audit"));
    }

    @Test
    void aBackupOfARestoredDatabaseHoldsTheSameTables() throws Exception {
        Path first = folder.resolve("first.zip");
        Path second = folder.resolve("second.zip");
        Backup.write(source, first);
        Backup.restore(first, target);
        Backup.write(target, second);
        assertEquals(tableLines(first), tableLines(second));
    }

    private static List<String> tableLines(Path backup) throws IOException {
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            String manifest =
                    new String(zip.getInputStream(zip.getEntry("manifest.tsv")).readAllBytes(), StandardCharsets.UTF_8);
            return manifest.lines()
                    .filter(line -> line.startsWith("table") || line.startsWith("sequence"))
                    .toList();
        }
    }

    @Test
    void onlyItsOwnerReadsTheFile() throws Exception {
        Path file = folder.resolve("backup.zip");
        Backup.write(source, file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aFailedBackupLeavesTheLastOneAlone() throws Exception {
        Path file = folder.resolve("backup.zip");
        Backup.write(source, file);
        byte[] before = Files.readAllBytes(file);
        run(
                source,
                "create role reader login password 'reader'",
                "grant usage on schema courant to reader",
                "grant select on all tables in schema courant to reader");
        DatabaseAccess reader = new DatabaseAccess(source.jdbcUrl(), "reader", "reader");
        assertRefused(Kind.BACKUP_HIDDEN_ROWS, () -> Backup.write(reader, file));
        assertEquals(HexFormat.of().formatHex(before), HexFormat.of().formatHex(Files.readAllBytes(file)));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void aDatabaseInUseIsRefused() throws Exception {
        Path file = folder.resolve("backup.zip");
        Backup.write(source, file);
        run(target, "insert into courant.audit values ('mine')");
        DatabaseProblem problem = assertRefused(Kind.DATABASE_NOT_EMPTY, () -> Backup.restore(file, target));
        assertEquals(List.of("audit"), problem.details());
        assertEquals("mine", ask(target, "select string_agg(entry, ' ') from courant.audit"));
    }

    @Test
    void rowsOfTheMigrationsAreReplaced() throws Exception {
        Path file = folder.resolve("backup.zip");
        Backup.write(source, file);
        run(target, "insert into courant.municipality (name) values ('by a migration')");
        Backup.restore(file, target, Set.of("municipality", "audit"));
        assertEquals(content(source, "municipality"), content(target, "municipality"));
    }

    @Test
    void anotherVersionOfTheSchemaIsRefused() throws Exception {
        Path file = folder.resolve("backup.zip");
        Backup.write(source, file);
        run(target, "insert into courant.flyway_schema_history values (4, '13', true)");
        DatabaseProblem problem = assertRefused(Kind.BACKUP_OTHER_SCHEMA_VERSION, () -> Backup.restore(file, target));
        assertEquals(List.of("12", "13"), problem.details());
    }

    @Test
    void otherTablesUnderTheSameVersionAreRefused() throws Exception {
        Path file = folder.resolve("backup.zip");
        Backup.write(source, file);
        run(target, "alter table courant.audit add column more text");
        DatabaseProblem problem = assertRefused(Kind.BACKUP_OTHER_TABLES, () -> Backup.restore(file, target));
        assertEquals(List.of("audit"), problem.details());
    }

    @Test
    void aChangedByteAnywhereIsRefusedOrHarmless() throws Exception {
        Path file = folder.resolve("backup.zip");
        Backup.write(source, file);
        byte[] whole = Files.readAllBytes(file);
        for (int position = 0; position < whole.length; position += 101) {
            byte[] damaged = whole.clone();
            damaged[position] ^= 0x55;
            Files.write(file, damaged);
            try {
                Backup.restore(file, target);
                // A date of the archive format, for instance, says nothing about the rows.
                for (String table : CONTENT) {
                    assertEquals(content(source, table), content(target, table), "byte " + position);
                }
                target = newDatabase();
                run(target, TABLES);
            } catch (DatabaseException refused) {
                assertTrue(
                        Set.of(Kind.BACKUP_DAMAGED, Kind.BACKUP_UNKNOWN_FORMAT)
                                .contains(refused.problem().kind()),
                        "byte " + position + ": " + refused.problem());
                assertEquals("0", ask(target, "select count(*) from courant.unit"));
            }
        }
    }

    @Test
    void aFileCutShortIsRefused() throws Exception {
        Path file = folder.resolve("backup.zip");
        Backup.write(source, file);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length * 2 / 3));
        assertRefused(Kind.BACKUP_DAMAGED, () -> Backup.restore(file, target));
    }

    @Test
    void anAlteredTableIsRefused() throws Exception {
        Path file = folder.resolve("backup.zip");
        Backup.write(source, file);
        rewrite(file, "tables/audit.csv", text -> text.replaceFirst("trigger", "forged!"));
        DatabaseProblem problem = assertRefused(Kind.BACKUP_DAMAGED, () -> Backup.restore(file, target));
        assertEquals(List.of("tables/audit.csv"), problem.details());
    }

    @Test
    void aLaterFormatIsRefused() throws Exception {
        Path file = folder.resolve("backup.zip");
        Backup.write(source, file);
        rewrite(file, "manifest.tsv", text -> text.replace("courant-backup\t1", "courant-backup\t2"));
        assertRefused(Kind.BACKUP_UNKNOWN_FORMAT, () -> Backup.restore(file, target));
    }

    @Test
    void aMissingFileIsRefused() {
        assertRefused(Kind.BACKUP_NOT_READABLE, () -> Backup.restore(folder.resolve("none.zip"), target));
    }

    @Test
    void aFailureInTheMiddleLeavesTheDatabaseEmpty() throws Exception {
        run(
                source,
                "alter table courant.unit drop constraint unit_municipality_fkey",
                "insert into courant.unit (municipality) values (99)");
        Path file = folder.resolve("backup.zip");
        Backup.write(source, file);
        assertRefused(Kind.RESTORE_FAILED, () -> Backup.restore(file, target));
        for (String table : CONTENT) {
            assertEquals("0", ask(target, "select count(*) from courant." + table), table);
        }
    }

    @Test
    void aMillionRowsFitThroughThirtyTwoMegabytesOfMemory() throws Exception {
        run(
                source,
                "insert into courant.audit select 'entry number ' || n || repeat('.', 60)"
                        + " from generate_series(1, 1000000) n");
        Path file = folder.resolve("backup.zip");
        OtherJava java = OtherJava.inThisJvmsImage("-Xmx32m");
        for (String action : List.of("backup", "restore")) {
            DatabaseAccess access = action.equals("backup") ? source : target;
            Command done = java.run(action, file.toString(), access.jdbcUrl(), access.user(), access.password());
            assertEquals("tables 5 rows 1001025", done.output(), action);
        }
    }

    private static DatabaseProblem assertRefused(Kind kind, org.junit.jupiter.api.function.Executable action) {
        DatabaseProblem problem = assertThrows(DatabaseException.class, action).problem();
        assertEquals(kind, problem.kind(), problem.toString());
        assertFalse(problem.sentence(Locale.FRENCH).contains("{"));
        return problem;
    }

    private static void rewrite(Path file, String name, UnaryOperator<String> change) throws IOException {
        Path changed = file.resolveSibling("changed.zip");
        try (ZipFile zip = new ZipFile(file.toFile());
                OutputStream out = Files.newOutputStream(changed);
                ZipOutputStream copy = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                copy.putNextEntry(new ZipEntry(entry.getName()));
                String kept = entry.getName().equals(name) ? change.apply(text) : text;
                copy.write(kept.getBytes(StandardCharsets.UTF_8));
                copy.closeEntry();
            }
        }
        Files.move(changed, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
