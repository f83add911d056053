package org.zhengtong.base.files.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.files.Upload;
import org.zhengtong.base.files.UploadId;

/** Uploads on their way and their pieces. */
@Component
class UploadStore {
    private static final String COLUMNS = "id, name, declared_type, length, received";

    private final JdbcClient jdbc;

    UploadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many uploads somebody has open, and how long they are together. */
    record Open(int count, long bytes) {}

    /** Waits for other beginnings of the same uploader, so that two at once cannot pass the limit together. */
    Open lockOpen(String uploader) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('files.upload ' || :uploader, 0))")
                .param("uploader", uploader)
                .query((row, number) -> 0)
                .list();
        return jdbc.sql("""
                select count(*) as count, coalesce(sum(length), 0) as bytes
                from files.upload
                where uploader = :uploader
                """).param("uploader", uploader).query(Open.class).single();
    }

    void add(Upload upload, String uploader, Instant at) {
        jdbc.sql("""
                insert into files.upload (id, uploader, name, declared_type, length, begun_at, touched_at)
                values (:id, :uploader, :name, :type, :length, :at, :at)
                """)
                .param("id", upload.id().value())
                .param("uploader", uploader)
                .param("name", upload.name())
                .param("type", upload.declaredType())
                .param("length", upload.length())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Upload> find(UploadId id, String uploader) {
        return read("", id, uploader);
    }

    Optional<Upload> lock(UploadId id, String uploader) {
        return read(" for update", id, uploader);
    }

    private Optional<Upload> read(String lock, UploadId id, String uploader) {
        return jdbc.sql("select " + COLUMNS + " from files.upload where id = :id and uploader = :uploader" + lock)
                .param("id", id.value())
                .param("uploader", uploader)
                .query(UploadStore::toUpload)
                .optional();
    }

    void addPiece(UploadId id, long start, byte[] content, Instant at) {
        jdbc.sql("""
                with piece as (
                    insert into files.upload_piece (upload_id, start, content) values (:id, :start, :content)
                )
                update files.upload set received = :start + :size, touched_at = :at where id = :id
                """)
                .param("id", id.value())
                .param("start", start)
                .param("content", content)
                .param("size", content.length)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The piece that begins here; empty at the end. */
    Optional<byte[]> piece(UploadId id, long start) {
        return jdbc.sql("select content from files.upload_piece where upload_id = :id and start = :start")
                .param("id", id.value())
                .param("start", start)
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }

    void remove(UploadId id, String uploader) {
        jdbc.sql("delete from files.upload where id = :id and uploader = :uploader")
                .param("id", id.value())
                .param("uploader", uploader)
                .update();
    }

    int removeUntouchedSince(Instant before) {
        return jdbc.sql("delete from files.upload where touched_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Upload toUpload(ResultSet row, int number) throws SQLException {
        return new Upload(
                new UploadId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("declared_type"),
                row.getLong("length"),
                row.getLong("received"));
    }
}
