package org.zhengtong.base.pack.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.pack.ImportedPack;
import org.zhengtong.base.pack.PackError;

/** Which packs were imported, and what the last attempt said. */
@Component
class PackStore {

    private final JdbcClient jdbc;

    PackStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two programs on one database import one after the other. */
    void lock(String name) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('pack'), hashtext(:name))")
                .param("name", name)
                .query((row, number) -> number)
                .list();
    }

    Optional<ImportedPack.Import> findImport(String name) {
        return jdbc.sql("""
                select version, digest, imported_at, imported_by
                from pack.imported_pack
                where name = :name
                """)
                .param("name", name)
                .query((row, number) -> toImport(row))
                .optional();
    }

    void saveImport(String name, ImportedPack.Import done) {
        jdbc.sql("""
                insert into pack.imported_pack (name, version, digest, imported_at, imported_by)
                values (:name, :version, :digest, :at, :by)
                on conflict (name) do update
                set version = excluded.version,
                    digest = excluded.digest,
                    imported_at = excluded.imported_at,
                    imported_by = excluded.imported_by
                """)
                .param("name", name)
                .param("version", done.version())
                .param("digest", done.digest())
                .param("at", done.at().atOffset(ZoneOffset.UTC))
                .param("by", done.by())
                .update();
    }

    void saveAttempt(String name, ImportedPack.Attempt attempt) {
        jdbc.sql("""
                insert into pack.attempt (name, attempted_at, attempted_by)
                values (:name, :at, :by)
                on conflict (name) do update
                set attempted_at = excluded.attempted_at, attempted_by = excluded.attempted_by
                """)
                .param("name", name)
                .param("at", attempt.at().atOffset(ZoneOffset.UTC))
                .param("by", attempt.by())
                .update();
        jdbc.sql("delete from pack.attempt_error where name = :name")
                .param("name", name)
                .update();
        for (var position = 0; position < attempt.errors().size(); position++) {
            saveError(name, position, attempt.errors().get(position));
        }
    }

    private void saveError(String name, int position, PackError error) {
        jdbc.sql("""
                insert into pack.attempt_error (name, position, file, line, message_key, arguments)
                values (:name, :position, :file, :line, :key, :arguments)
                """)
                .param("name", name)
                .param("position", position)
                .param("file", error.file())
                .param("line", error.line())
                .param("key", error.messageKey())
                .param("arguments", error.arguments().toArray(String[]::new))
                .update();
    }

    List<ImportedPack> findAll() {
        return jdbc.sql("""
                select a.name, a.attempted_at, a.attempted_by, p.version, p.digest, p.imported_at, p.imported_by
                from pack.attempt a
                left join pack.imported_pack p on p.name = a.name
                order by a.name
                """).query((row, number) -> toPack(row)).list();
    }

    private ImportedPack toPack(ResultSet row) throws SQLException {
        var name = row.getString("name");
        var attempt = new ImportedPack.Attempt(
                row.getObject("attempted_at", OffsetDateTime.class).toInstant(),
                row.getString("attempted_by"),
                findErrors(name));
        return new ImportedPack(name, row.getString("digest") == null ? null : toImport(row), attempt);
    }

    private List<PackError> findErrors(String name) {
        return jdbc.sql("""
                select file, line, message_key, arguments
                from pack.attempt_error
                where name = :name
                order by position
                """)
                .param("name", name)
                .query((row, number) -> new PackError(
                        row.getString("file"), row.getInt("line"), row.getString("message_key"), arguments(row)))
                .list();
    }

    private static List<String> arguments(ResultSet row) throws SQLException {
        return List.of((String[]) row.getArray("arguments").getArray());
    }

    private static ImportedPack.Import toImport(ResultSet row) throws SQLException {
        return new ImportedPack.Import(
                row.getString("version"),
                row.getString("digest"),
                row.getObject("imported_at", OffsetDateTime.class).toInstant(),
                row.getString("imported_by"));
    }
}
