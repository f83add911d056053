package org.zhengtong.data.catalog.internal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;

/** Files between upload and import. */
@Component
class IncomingEntryStore {

    /** A file as it was sent. */
    record Incoming(long id, String fileName, byte[] content) {}

    private final JdbcClient jdbc;

    IncomingEntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long keep(String fileName, byte[] content, String department, AccountId by, Instant at) {
        jdbc.sql("delete from catalog.incoming_file where received_at < :old")
                .param("old", Timestamp.from(at.minus(Duration.ofDays(1))))
                .update();
        return jdbc.sql("""
                insert into catalog.incoming_file (file_name, content, department, account_id, received_at)
                values (:name, :content, :department, :account, :at)
                returning id
                """)
                .param("name", fileName)
                .param("content", content)
                .param("department", department)
                .param("account", by.value())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    Optional<Incoming> find(long id, AccountId by) {
        return jdbc.sql("""
                select id, file_name, content
                from catalog.incoming_file
                where id = :id
                    and account_id = :account
                """)
                .param("id", id)
                .param("account", by.value())
                .query((row, number) ->
                        new Incoming(row.getLong("id"), row.getString("file_name"), row.getBytes("content")))
                .optional();
    }

    void delete(long id) {
        jdbc.sql("delete from catalog.incoming_file where id = :id")
                .param("id", id)
                .update();
    }
}
