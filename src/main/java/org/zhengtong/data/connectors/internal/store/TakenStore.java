package org.zhengtong.data.connectors.internal.store;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files that were taken and requests that were pushed: neither is taken twice. */
@Component
public class TakenStore {

    private final JdbcClient jdbc;

    TakenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A file of a contract.
     *
     * @param modified when it was written, by the clock of its machine; null for files that were taken before this was kept
     */
    public record Taken(
            String name, long size, String digest, @Nullable Instant modified) {}

    /** What tells a file from others without reading it. */
    public record Mark(String name, long size, Instant modified) {}

    /** Files of these names as they were when they were taken. */
    public Set<Mark> marks(long contract, List<String> names) {
        return Set.copyOf(jdbc.sql("""
            select distinct name, size, modified_at
            from connectors.taken_file
            where contract_id = :contract and name = any(:names) and modified_at is not null
            """)
                .param("contract", contract)
                .param("names", names.toArray(String[]::new))
                .query((row, _) -> new Mark(
                        row.getString("name"),
                        row.getLong("size"),
                        row.getObject("modified_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    /** Of these digests those that were taken before. */
    public Set<String> known(long contract, Set<String> digests) {
        return Set.copyOf(jdbc.sql("select digest from connectors.taken_file where contract_id = :contract and digest ="
                        + " any(:digests)")
                .param("contract", contract)
                .param("digests", digests.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    public void take(long contract, long run, Taken file, Instant at) {
        var modified = file.modified();
        jdbc.sql("""
            insert into connectors.taken_file (contract_id, digest, name, size, modified_at, run_id, taken_at)
            values (:contract, :digest, :name, :size, :modified, :run, :at)
            on conflict (contract_id, digest) do nothing
            """)
                .param("contract", contract)
                .param("digest", file.digest())
                .param("name", file.name())
                .param("size", file.size())
                .param(
                        "modified",
                        modified == null ? null : modified.atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("run", run)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps a request's digest; says which digest is kept under its number. */
    public String request(long contract, String request, String digest, Instant at) {
        jdbc.sql("""
            insert into connectors.push_request (contract_id, request, digest, at)
            values (:contract, :request, :digest, :at)
            on conflict (contract_id, request) do nothing
            """)
                .param("contract", contract)
                .param("request", request)
                .param("digest", digest)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("select digest from connectors.push_request where contract_id = :contract and request ="
                        + " :request")
                .param("contract", contract)
                .param("request", request)
                .query(String.class)
                .single();
    }

    public Optional<Long> runOf(long contract, String request) {
        return jdbc.sql("""
            select run_id
            from connectors.push_request
            where contract_id = :contract and request = :request and run_id is not null
            """)
                .param("contract", contract)
                .param("request", request)
                .query(Long.class)
                .optional();
    }

    public void ran(long contract, String request, long run) {
        jdbc.sql("update connectors.push_request set run_id = :run where contract_id = :contract and request ="
                        + " :request")
                .param("contract", contract)
                .param("request", request)
                .param("run", run)
                .update();
    }
}
