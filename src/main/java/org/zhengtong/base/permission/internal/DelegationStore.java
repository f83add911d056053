package org.zhengtong.base.permission.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.PostId;
import org.zhengtong.base.permission.Delegations.Delegation;
import org.zhengtong.base.permission.RoleCode;

/** Roles handed over for a time. */
@Component
class DelegationStore {

    /**
     * A delegation whose source still stands.
     *
     * @param post the post that carries the role; the giver must hold it still
     */
    record Standing(Delegation delegation, @Nullable PostId post) {}

    private static final String COLUMNS = """
            select d.id, d.from_account, d.to_account, d.starts_at, d.ends_at, d.reason, d.created_at, d.ended_at,
                d.ended_by, r.post_id, coalesce(a.role_code, r.role_code) as role_code,
                coalesce(a.everything, r.everything) as everything,
                coalesce(a.departments, r.departments) as departments,
                coalesce(a.divisions, r.divisions) as divisions
            from permission.delegation d
            left join permission.assignment a on a.id = d.assignment_id
            left join permission.post_role r on r.id = d.post_role_id
            """;
    private static final String STANDING = """
            d.ended_at is null
                and d.ends_at > :now
                and (d.assignment_id is null or a.revoked_at is null
                    and (a.starts_at is null or a.starts_at <= :now) and (a.ends_at is null or a.ends_at > :now))
                and (d.post_role_id is null or r.revoked_at is null)
            """;

    private final JdbcClient jdbc;

    DelegationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(Delegation made, @Nullable Long assignment, @Nullable Long postRole) {
        return jdbc.sql("""
                insert into permission.delegation
                    (from_account, to_account, assignment_id, post_role_id, starts_at, ends_at, reason, created_at)
                values (:from, :to, :assignment, :postRole, :starts, :ends, :reason, :at)
                returning id
                """)
                .param("from", made.from().value())
                .param("to", made.to().value())
                .param("assignment", assignment)
                .param("postRole", postRole)
                .param("starts", made.startsAt().atOffset(ZoneOffset.UTC))
                .param("ends", made.endsAt().atOffset(ZoneOffset.UTC))
                .param("reason", made.reason())
                .param("at", made.createdAt().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Delegations to an account that count now or later. */
    List<Standing> standingTo(AccountId account, Instant now) {
        return jdbc.sql(COLUMNS + "where d.to_account = :account and " + STANDING + "order by d.id")
                .param("account", account.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(DelegationStore::toStanding)
                .list();
    }

    List<Standing> standingWith(String permission, Instant now) {
        return jdbc.sql(COLUMNS + """
                join permission.role_permission p on p.role_code = coalesce(a.role_code, r.role_code)
                where p.permission = :permission and
                """ + STANDING + "order by d.id")
                .param("permission", permission)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(DelegationStore::toStanding)
                .list();
    }

    /** Delegations that these accounts gave or received and that are not over. */
    List<Standing> running(Collection<AccountId> accounts, Instant now) {
        return jdbc.sql(COLUMNS + """
                where (d.from_account = any (:accounts) or d.to_account = any (:accounts)) and
                """ + STANDING + "order by d.id")
                .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(DelegationStore::toStanding)
                .list();
    }

    List<Delegation> of(AccountId account) {
        return jdbc
                .sql(COLUMNS + """
                where d.from_account = :account or d.to_account = :account
                order by d.id desc
                limit 200
                """)
                .param("account", account.value())
                .query(DelegationStore::toStanding)
                .list()
                .stream()
                .map(Standing::delegation)
                .toList();
    }

    Optional<Delegation> find(long id) {
        return jdbc.sql(COLUMNS + "where d.id = :id")
                .param("id", id)
                .query(DelegationStore::toStanding)
                .optional()
                .map(Standing::delegation);
    }

    boolean end(long id, String by, Instant at) {
        return jdbc.sql("""
                update permission.delegation
                set ended_at = :at, ended_by = :by
                where id = :id
                    and ended_at is null
                """)
                        .param("id", id)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Standing toStanding(ResultSet row, int number) throws SQLException {
        var post = row.getString("post_id");
        return new Standing(
                new Delegation(
                        row.getLong("id"),
                        new AccountId(row.getLong("from_account")),
                        new AccountId(row.getLong("to_account")),
                        new RoleCode(row.getString("role_code")),
                        AssignmentStore.toScope(row),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        AssignmentStore.instant(row, "ended_at"),
                        row.getString("ended_by")),
                post == null ? null : new PostId(post));
    }
}
