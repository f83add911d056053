package org.zhengtong.base.establishment.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.OrganizationTable;

/** Files between upload and import. */
@Component
class IncomingFileStore {

    /** A file as it was sent. */
    record Incoming(long id, OrganizationTable table, String fileName, byte[] content) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    IncomingFileStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long keep(OrganizationTable table, String fileName, byte[] content, AccountId by) {
        return jdbc.sql("""
                insert into establishment.incoming_file (table_name, file_name, content, account_id, received_at)
                values (:table, :name, :content, :account, :at)
                returning id
                """)
                .param("table", table.name())
                .param("name", fileName)
                .param("content", content)
                .param("account", by.value())
                .param("at", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    Optional<Incoming> find(long id, AccountId by) {
        return jdbc.sql("""
                select id, table_name, file_name, content
                from establishment.incoming_file
                where id = :id
                    and account_id = :account
                """)
                .param("id", id)
                .param("account", by.value())
                .query((row, number) -> new Incoming(
                        row.getLong("id"),
                        OrganizationTable.valueOf(row.getString("table_name")),
                        row.getString("file_name"),
                        row.getBytes("content")))
                .optional();
    }

    void delete(long id) {
        jdbc.sql("delete from establishment.incoming_file where id = :id")
                .param("id", id)
                .update();
    }

    int deleteOld() {
        return jdbc.sql("delete from establishment.incoming_file where received_at < :old")
                .param("old", OffsetDateTime.now(clock).minusDays(1))
                .update();
    }
}
