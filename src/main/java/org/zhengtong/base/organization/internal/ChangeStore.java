package org.zhengtong.base.organization.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.organization.OrganizationHistory.Change;
import org.zhengtong.base.organization.OrganizationHistory.State;

/** The journal of changes, planned and in force. */
@Component
class ChangeStore {

    /** A change with what it writes and what stood there before. */
    record Stored(
            long id,
            String kind,
            State state,
            LocalDate effectiveOn,
            String content,
            @Nullable String before) {}

    /** A change as it is put down first. */
    record New(String kind, LocalDate effectiveOn, String reason, String content, Collection<String> subjects) {}

    private static final String COLUMNS = """
            select c.id, c.kind, c.state, c.effective_on, c.reason, c.touched, c.blocked_by, c.planned_by_name,
                c.planned_at, c.in_force_at, c.ended_by_name, c.ended_at,
                array(select subject from organization.change_subject s where s.change_id = c.id order by subject limit 20)
                    as subjects
            from organization.change c
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ChangeStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long plan(New change, Actor by) {
        var id = jdbc.sql("""
                insert into organization.change
                    (kind, state, effective_on, reason, content, touched, planned_by, planned_by_name, planned_at)
                values (:kind, 'PLANNED', :on, :reason, :content::jsonb, :touched, :by, :name, :at)
                returning id
                """)
                .param("kind", change.kind())
                .param("on", change.effectiveOn())
                .param("reason", change.reason())
                .param("content", change.content())
                .param("touched", change.subjects().size())
                .param("by", by.id())
                .param("name", by.name())
                .param("at", now())
                .query(Long.class)
                .single();
        jdbc.sql("""
                insert into organization.change_subject (subject, change_id)
                select distinct subject, :id
                from unnest(:subjects) s (subject)
                """)
                .param("id", id)
                .param("subjects", change.subjects().toArray(String[]::new))
                .update();
        return id;
    }

    void inForce(long id, String before) {
        jdbc.sql("""
                update organization.change
                set state = 'IN_FORCE', before = :before::jsonb, in_force_at = :at, blocked_by = null
                where id = :id
                """).param("id", id).param("before", before).param("at", now()).update();
    }

    void block(long id, String reason) {
        jdbc.sql("""
                update organization.change
                set blocked_by = :reason
                where id = :id
                """).param("id", id).param("reason", reason).update();
    }

    /** Ends a change that is in this state; false when it is in another. */
    boolean end(long id, State from, State to, Actor by) {
        return jdbc.sql("""
                update organization.change
                set state = :to, ended_by_name = :name, ended_at = :at
                where id = :id
                    and state = :from
                """)
                        .param("id", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("name", by.name())
                        .param("at", now())
                        .update()
                == 1;
    }

    /** Whether another change that counts touched one of the same subjects later. */
    boolean overtaken(long id) {
        return jdbc.sql("""
                select exists (
                    select
                    from organization.change_subject mine
                    join organization.change_subject other
                        on other.subject = mine.subject and other.change_id <> mine.change_id
                    join organization.change c on c.id = other.change_id
                    where mine.change_id = :id
                        and c.state = 'IN_FORCE'
                        and c.kind <> 'UNDO'
                        and c.in_force_at >= (select in_force_at from organization.change where id = :id)
                        and c.id > :id
                )
                """).param("id", id).query(Boolean.class).single();
    }

    List<Long> due(LocalDate today) {
        return jdbc.sql("""
                select id
                from organization.change
                where state = 'PLANNED'
                    and effective_on <= :today
                order by effective_on, id
                """).param("today", today).query(Long.class).list();
    }

    Optional<Stored> lock(long id) {
        return jdbc.sql("""
                select id, kind, state, effective_on, content::text as content, before::text as before
                from organization.change
                where id = :id
                for update
                """)
                .param("id", id)
                .query((row, number) -> new Stored(
                        row.getLong("id"),
                        row.getString("kind"),
                        State.valueOf(row.getString("state")),
                        row.getObject("effective_on", LocalDate.class),
                        row.getString("content"),
                        row.getString("before")))
                .optional();
    }

    Optional<Change> find(long id) {
        return jdbc.sql(COLUMNS + "where c.id = :id")
                .param("id", id)
                .query(ChangeStore::toChange)
                .optional();
    }

    List<Change> list(String kind, String subject, @Nullable Long before, int limit) {
        return jdbc.sql(COLUMNS + """
                where (:kind = '' or c.kind = :kind)
                    and (:subject = '' or exists (
                        select from organization.change_subject s where s.change_id = c.id and s.subject = :subject))
                    and (cast(:before as bigint) is null or c.id < :before)
                order by c.id desc
                limit :limit
                """)
                .param("kind", kind)
                .param("subject", subject)
                .param("before", before)
                .param("limit", limit)
                .query(ChangeStore::toChange)
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static Change toChange(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getLong("id"),
                row.getString("kind"),
                State.valueOf(row.getString("state")),
                row.getObject("effective_on", LocalDate.class),
                row.getString("reason"),
                List.of((String[]) row.getArray("subjects").getArray()),
                row.getInt("touched"),
                row.getString("blocked_by"),
                row.getString("planned_by_name"),
                row.getObject("planned_at", OffsetDateTime.class).toInstant(),
                instant(row, "in_force_at"),
                row.getString("ended_by_name"),
                instant(row, "ended_at"));
    }

    private static java.time.@Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
