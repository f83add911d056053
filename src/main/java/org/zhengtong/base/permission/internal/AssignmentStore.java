package org.zhengtong.base.permission.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.Assignment;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.base.permission.RoleCode;
import org.zhengtong.base.permission.Term;

/** Who holds which role where. */
@Component
class AssignmentStore {

    private static final String COLUMNS =
            "a.id, a.account_id, a.role_code, a.everything, a.departments, a.divisions, a.granted_by, a.granted_at, a.starts_at, a.ends_at";

    private final JdbcClient jdbc;
    private final Clock clock;

    AssignmentStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Two grants to one account wait for each other. */
    void lock(AccountId account) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('permission.assignment'), hashtext(:account))")
                .param("account", account.toString())
                .query((row, number) -> number)
                .list();
    }

    /** Grants of roles with a permission, the narrow scopes first. */
    List<Assignment> with(String permission) {
        return jdbc.sql("select " + COLUMNS + """

                from permission.role_permission p
                join permission.assignment a on a.role_code = p.role_code
                where p.permission = :permission
                    and a.revoked_at is null
                order by a.everything, a.id
                """)
                .param("permission", permission)
                .query(AssignmentStore::toAssignment)
                .list();
    }

    /** Everything of these accounts is revoked; gives how many grants. */
    int revokeAll(Collection<AccountId> accounts, String by, Instant at) {
        return jdbc.sql("""
                update permission.assignment
                set revoked_by = :by, revoked_at = :at
                where account_id = any (:accounts)
                    and revoked_at is null
                """)
                .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    long inScope(Collection<DepartmentId> departments) {
        return jdbc.sql("""
                select count(*)
                from permission.assignment
                where revoked_at is null
                    and departments && cast(:departments as text[])
                """)
                .param(
                        "departments",
                        departments.stream().map(DepartmentId::value).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** Scopes that name a department that ceases name its heir; gives the accounts concerned. */
    List<AccountId> rescope(DepartmentId from, DepartmentId to) {
        return jdbc.sql("""
                update permission.assignment
                set departments = array(
                    select distinct department
                    from unnest(array_replace(departments, :from, :to)) d (department)
                    order by department
                )
                where revoked_at is null
                    and :from = any (departments)
                returning account_id
                """)
                .param("from", from.value())
                .param("to", to.value())
                .query((row, number) -> new AccountId(row.getLong("account_id")))
                .list();
    }

    List<AccountId> holdersOf(RoleCode role) {
        return jdbc.sql("""
                select distinct account_id
                from permission.assignment
                where role_code = :role
                    and revoked_at is null
                    and (starts_at is null or starts_at <= :now)
                    and (ends_at is null or ends_at > :now)
                """)
                .param("role", role.value())
                .param("now", OffsetDateTime.now(clock))
                .query((row, number) -> new AccountId(row.getLong("account_id")))
                .list();
    }

    List<Assignment> of(Collection<AccountId> accounts) {
        return jdbc.sql("select " + COLUMNS + """

                from permission.assignment a
                where a.account_id = any (:accounts)
                    and a.revoked_at is null
                order by a.id
                """)
                .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .query(AssignmentStore::toAssignment)
                .list();
    }

    Optional<Assignment> find(long id) {
        return jdbc.sql("select " + COLUMNS + """

                from permission.assignment a
                where a.id = :id
                """)
                .param("id", id)
                .query(AssignmentStore::toAssignment)
                .optional();
    }

    /** The same role in the same scope, held now or, with {@code revokedToo}, ever. */
    Optional<Long> findSame(AccountId account, RoleCode role, DataScope scope, boolean revokedToo) {
        return jdbc.sql("""
                select id
                from permission.assignment
                where account_id = :account
                    and role_code = :role
                    and everything = :everything
                    and departments = cast(:departments as text[])
                    and divisions = cast(:divisions as text[])
                    and (:revokedToo or revoked_at is null and (ends_at is null or ends_at > :now))
                order by revoked_at nulls first
                limit 1
                """)
                .param("account", account.value())
                .param("role", role.value())
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", divisions(scope))
                .param("revokedToo", revokedToo)
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .optional();
    }

    long insert(AccountId account, RoleCode role, DataScope scope, Term term, String by) {
        return jdbc.sql("""
                insert into permission.assignment
                    (account_id, role_code, everything, departments, divisions, granted_by, granted_at, starts_at, ends_at)
                values (:account, :role, :everything, :departments, :divisions, :by, :at, :starts, :ends)
                returning id
                """)
                .param("account", account.value())
                .param("role", role.value())
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", divisions(scope))
                .param("by", by)
                .param("at", OffsetDateTime.now(clock))
                .param(
                        "starts",
                        term.startsAt() == null ? null : term.startsAt().atOffset(ZoneOffset.UTC))
                .param("ends", term.endsAt() == null ? null : term.endsAt().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    boolean revoke(long id, String by, Instant at) {
        return jdbc.sql("""
                update permission.assignment
                set revoked_by = :by, revoked_at = :at
                where id = :id
                    and revoked_at is null
                """)
                        .param("id", id)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean restore(long id) {
        return jdbc.sql("""
                update permission.assignment
                set revoked_by = null, revoked_at = null
                where id = :id
                    and revoked_at is not null
                """).param("id", id).update() == 1;
    }

    static String[] divisions(DataScope scope) {
        return scope.divisions().stream().map(DivisionCode::value).sorted().toArray(String[]::new);
    }

    private static Assignment toAssignment(ResultSet row, int number) throws SQLException {
        return new Assignment(
                row.getLong("id"),
                new AccountId(row.getLong("account_id")),
                new RoleCode(row.getString("role_code")),
                toScope(row),
                row.getString("granted_by"),
                row.getObject("granted_at", OffsetDateTime.class).toInstant(),
                instant(row, "starts_at"),
                instant(row, "ends_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static DataScope toScope(ResultSet row) throws SQLException {
        return new DataScope(
                row.getBoolean("everything"),
                values(row.getArray("departments"), DepartmentId::new),
                values(row.getArray("divisions"), DivisionCode::new));
    }

    private static <T> Set<T> values(Array array, Function<String, T> make) throws SQLException {
        return Stream.of((String[]) array.getArray()).map(make).collect(Collectors.toSet());
    }
}
