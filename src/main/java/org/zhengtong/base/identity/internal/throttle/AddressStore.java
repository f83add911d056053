package org.zhengtong.base.identity.internal.throttle;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What failed from which address, and which addresses have to wait. */
@Component
class AddressStore {

    /** Names tried in vain from one address, and how often altogether. */
    record Failures(int names, int attempts) {}

    private final JdbcClient jdbc;

    AddressStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instant> pauseEnd(AddressBlock address, Instant now) {
        return jdbc.sql("""
                select ends_at
                from identity.address_pause
                where address = :address
                    and ends_at > :now
                """)
                .param("address", address.value())
                .param("now", utc(now))
                .query((row, number) ->
                        row.getObject("ends_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    void count(AddressBlock address, byte[] digest, Instant now) {
        jdbc.sql("""
                insert into identity.address_attempt as a (address, name_digest, failures, last_at)
                values (:address, :digest, 1, :now)
                on conflict (address, name_digest) do update
                set failures = a.failures + 1, last_at = :now
                """)
                .param("address", address.value())
                .param("digest", digest)
                .param("now", utc(now))
                .update();
    }

    Failures failures(AddressBlock address, Instant since) {
        return jdbc.sql("""
                select count(*) as names, coalesce(sum(failures), 0) as attempts
                from identity.address_attempt
                where address = :address
                    and last_at > :since
                """)
                .param("address", address.value())
                .param("since", utc(since))
                .query((row, number) -> new Failures(row.getInt("names"), row.getInt("attempts")))
                .single();
    }

    /** How many names failed anywhere, counted no further than {@code most}. */
    int namesEverywhere(Instant since, int most) {
        return jdbc.sql("""
                select count(*)
                from (
                    select
                    from identity.address_attempt
                    where last_at > :since
                    limit :most
                ) as failed
                """)
                .param("since", utc(since))
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    void pause(AddressBlock address, Instant end) {
        jdbc.sql("""
                insert into identity.address_pause (address, ends_at)
                values (:address, :end)
                on conflict (address) do update
                set ends_at = greatest(address_pause.ends_at, excluded.ends_at)
                """).param("address", address.value()).param("end", utc(end)).update();
    }

    void forget(AddressBlock address, byte[] digest) {
        jdbc.sql("""
                delete from identity.address_attempt
                where address = :address
                    and name_digest = :digest
                """).param("address", address.value()).param("digest", digest).update();
    }

    void forgetBefore(Instant at) {
        jdbc.sql("""
                delete from identity.address_attempt
                where last_at < :at
                """).param("at", utc(at)).update();
        jdbc.sql("""
                delete from identity.address_pause
                where ends_at < :at
                """).param("at", utc(at)).update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
