package org.zhengtong.base.files.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.files.FileOwner;
import org.zhengtong.base.files.StoredFile;
import org.zhengtong.base.files.VirusState;

/** Contents and their uses. */
@Component
class StoredFileStore {
    private static final String SELECT = """
            select u.id, u.owner_room, u.owner_reference, u.name, u.media_type, f.size, u.digest, f.virus,
                   u.uploader, u.uploaded_at
            from files.file_use u
            join files.stored_file f on f.digest = u.digest
            """;

    private final JdbcClient jdbc;

    StoredFileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Content and use in one statement; waits while the same content is being removed. */
    void save(StoredFile file, boolean textWanted) {
        jdbc.sql("""
                with content as (
                    insert into files.stored_file (digest, size, virus, first_stored_at, last_stored_at, text_wanted)
                    values (:digest, :size, :virus, :at, :at, :textWanted)
                    on conflict (digest) do update
                    set last_stored_at = excluded.last_stored_at,
                        text_wanted = stored_file.text_wanted or (excluded.text_wanted and not exists (
                            select 1 from files.file_text t where t.digest = excluded.digest)),
                        virus = case when excluded.virus = 'CLEAN' then 'CLEAN' else stored_file.virus end
                    returning digest
                )
                insert into files.file_use (id, digest, name, media_type, owner_room, owner_reference, uploader, uploaded_at)
                select :id, digest, :name, :mediaType, :room, :reference, :uploader, :at
                from content
                """)
                .param("digest", file.digest())
                .param("size", file.size())
                .param("virus", file.virus().name())
                .param("textWanted", textWanted)
                .param("at", file.uploadedAt().atOffset(ZoneOffset.UTC))
                .param("id", file.id().value())
                .param("name", file.name())
                .param("mediaType", file.mediaType().toString())
                .param("room", file.owner().room())
                .param("reference", file.owner().reference())
                .param("uploader", file.uploader())
                .update();
    }

    Optional<StoredFile> find(FileId id, FileOwner owner) {
        return jdbc.sql(SELECT + """
                where u.id = :id
                and u.owner_room = :room
                and u.owner_reference = :reference
                """)
                .param("id", id.value())
                .param("room", owner.room())
                .param("reference", owner.reference())
                .query(StoredFileStore::toFile)
                .optional();
    }

    List<StoredFile> ownedBy(FileOwner owner) {
        return jdbc.sql(SELECT + """
                where u.owner_room = :room
                and u.owner_reference = :reference
                order by u.uploaded_at, u.id
                """)
                .param("room", owner.room())
                .param("reference", owner.reference())
                .query(StoredFileStore::toFile)
                .list();
    }

    void handOver(FileOwner from, FileOwner to) {
        jdbc.sql("""
                update files.file_use
                set owner_room = :toRoom, owner_reference = :toReference
                where owner_room = :fromRoom
                and owner_reference = :fromReference
                """)
                .param("toRoom", to.room())
                .param("toReference", to.reference())
                .param("fromRoom", from.room())
                .param("fromReference", from.reference())
                .update();
    }

    void release(FileId id, FileOwner owner) {
        jdbc.sql("""
                delete from files.file_use
                where id = :id
                and owner_room = :room
                and owner_reference = :reference
                """)
                .param("id", id.value())
                .param("room", owner.room())
                .param("reference", owner.reference())
                .update();
    }

    void releaseAll(FileOwner owner) {
        jdbc.sql("""
                delete from files.file_use
                where owner_room = :room
                and owner_reference = :reference
                """)
                .param("room", owner.room())
                .param("reference", owner.reference())
                .update();
    }

    /** Locks contents that nobody has used since {@code before}. */
    List<String> lockUnused(Instant before, int most) {
        return jdbc.sql("""
                select f.digest
                from files.stored_file f
                where f.last_stored_at < :before
                and not exists (select 1 from files.file_use u where u.digest = f.digest)
                order by f.last_stored_at
                limit :most
                for update skip locked
                """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(String.class)
                .list();
    }

    void remove(String digest) {
        jdbc.sql("delete from files.stored_file where digest = :digest")
                .param("digest", digest)
                .update();
    }

    private static StoredFile toFile(ResultSet row, int number) throws SQLException {
        return new StoredFile(
                new FileId(row.getObject("id", UUID.class)),
                new FileOwner(row.getString("owner_room"), row.getString("owner_reference")),
                row.getString("name"),
                MediaType.parseMediaType(row.getString("media_type")),
                row.getLong("size"),
                row.getString("digest"),
                VirusState.valueOf(row.getString("virus")),
                row.getString("uploader"),
                row.getTimestamp("uploaded_at").toInstant());
    }
}
