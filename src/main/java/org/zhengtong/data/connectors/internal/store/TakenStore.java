package org.zhengtong.data.connectors.internal.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files that were taken and requests that were pushed: neither is taken twice. */
@Component
public class TakenStore {

    private final JdbcClient jdbc;

    TakenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file of a contract. */
    public record Taken(String name, long size, String digest) {}

    /** Of these digests those that were taken before. */
    public Set<String> known(long contract, Set<String> digests) {
        return Set.copyOf(jdbc.sql(
                        "select digest from connectors.taken_file where contract_id = :contract and digest = any(:digests)")
                .param("contract", contract)
                .param("digests", digests.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    public void take(long contract, long run, Taken file, Instant at) {
        jdbc.sql("""
                insert into connectors.taken_file (contract_id, digest, name, size, run_id, taken_at)
                values (:contract, :digest, :name, :size, :run, :at)
                on conflict (contract_id, digest) do nothing
                """)
                .param("contract", contract)
                .param("digest", file.digest())
                .param("name", file.name())
                .param("size", file.size())
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
        return jdbc.sql(
                        "select digest from connectors.push_request where contract_id = :contract and request = :request")
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
        jdbc.sql(
                        "update connectors.push_request set run_id = :run where contract_id = :contract and request = :request")
                .param("contract", contract)
                .param("request", request)
                .param("run", run)
                .update();
    }
}
