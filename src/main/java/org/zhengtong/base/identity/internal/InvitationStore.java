package org.zhengtong.base.identity.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.StaffId;

/** Links that invite members of staff; one for each at a time, and only their digests. */
@Component
class InvitationStore {

    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(byte[] digest, StaffId staff, Instant expiresAt) {
        jdbc.sql("""
                delete from identity.invitation
                where staff_id = :staff
                """).param("staff", staff.value()).update();
        jdbc.sql("""
                insert into identity.invitation (digest, staff_id, expires_at)
                values (:digest, :staff, :expiresAt)
                """)
                .param("digest", digest)
                .param("staff", staff.value())
                .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<StaffId> find(byte[] digest, Instant now) {
        return jdbc.sql("""
                select staff_id
                from identity.invitation
                where digest = :digest
                    and expires_at > :now
                """)
                .param("digest", digest)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new StaffId(row.getString("staff_id")))
                .optional();
    }

    boolean use(byte[] digest) {
        return jdbc.sql("""
                delete from identity.invitation
                where digest = :digest
                """).param("digest", digest).update() == 1;
    }
}
