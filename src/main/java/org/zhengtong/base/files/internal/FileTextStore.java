package org.zhengtong.base.files.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.files.FileOwner;
import org.zhengtong.base.files.FileTexts;

/** Words read from files, and the files that wait for it. */
@Component
class FileTextStore implements FileTexts {
    private final JdbcClient jdbc;

    FileTextStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A content whose words are wanted. */
    record Wanted(String digest, String mediaType) {}

    List<Wanted> wanted(int most) {
        return jdbc.sql("""
                select f.digest, u.media_type
                from files.stored_file f
                cross join lateral (
                    select media_type from files.file_use where digest = f.digest order by uploaded_at limit 1) u
                where f.text_wanted
                order by f.first_stored_at
                limit :most
                """).param("most", most).query(Wanted.class).list();
    }

    /** Keeps what was read, unless the content is gone meanwhile. */
    @Transactional
    void keep(String digest, boolean read, String text, Instant at) {
        var there = jdbc.sql("update files.stored_file set text_wanted = false where digest = :digest")
                .param("digest", digest)
                .update();
        if (there == 0) {
            return;
        }
        jdbc.sql("""
                insert into files.file_text (digest, state, text, tried_at)
                values (:digest, :state, :text, :at)
                on conflict (digest) do nothing
                """)
                .param("digest", digest)
                .param("state", read ? "READ" : "FAILED")
                .param("text", text)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public long latest() {
        return jdbc.sql("select coalesce(max(serial), 0) from files.file_text")
                .query(Long.class)
                .single();
    }

    @Override
    public List<Read> readAfter(long position, int most) {
        return jdbc.sql("""
                select t.serial, u.id, u.owner_room, u.owner_reference
                from (
                    select serial, digest from files.file_text where serial > :position order by serial limit :most
                ) t
                join files.file_use u on u.digest = t.digest
                order by t.serial
                """)
                .param("position", position)
                .param("most", most)
                .query((row, number) -> new Read(
                        row.getLong("serial"),
                        new FileId(row.getObject("id", UUID.class)),
                        new FileOwner(row.getString("owner_room"), row.getString("owner_reference"))))
                .list();
    }

    @Override
    public Map<FileId, String> of(Collection<FileId> files) {
        return files.isEmpty() ? Map.of() : known(files);
    }

    private Map<FileId, String> known(Collection<FileId> files) {
        return jdbc
                .sql("""
                select u.id, t.text
                from files.file_use u
                join files.file_text t on t.digest = u.digest
                where u.id = any (:ids)
                and t.text <> ''
                """)
                .param("ids", files.stream().map(FileId::value).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(new FileId(row.getObject("id", UUID.class)), row.getString("text")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
