package org.zhengtong.service.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.search.ChangeFeed.Change;
import org.zhengtong.base.search.ChangeFeed.Page;

/** Cases and their materials as search reads them. Their news is the history that every action writes anyway. */
@Component
class CaseDocumentStore {
    private final JdbcClient jdbc;

    CaseDocumentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A case with the departments that have a task in it. */
    record CaseRow(
            long id,
            String itemName,
            String applicant,
            String contact,
            @Nullable String result,
            String state,
            String division,
            String leadDepartment,
            List<String> departments,
            Instant filedAt,
            String answers) {}

    /** A file of a case. */
    record FileRow(CaseRow of, int position, String title, String file, String name) {}

    private static final String CASE = """
            c.id, c.item_name, c.applicant_name, c.contact_name, c.result_identifier, c.state, c.division,
            c.lead_department, c.filed_at,
            array(select distinct t.department from casework.task t where t.case_id = c.id) as departments
            """;

    /** An estimate is enough for a progress bar, and counting a million rows is not free. */
    long about(String table) {
        return jdbc.sql("select greatest(reltuples, 0) from pg_class where oid = cast(:table as regclass)")
                .param("table", table)
                .query(Long.class)
                .single();
    }

    List<String> casesAfter(long id, int most) {
        return jdbc.sql("select id from casework.case_file where id > :id order by id limit :most")
                .param("id", id)
                .param("most", most)
                .query(String.class)
                .list();
    }

    List<CaseRow> cases(Collection<Long> ids) {
        return jdbc.sql("select " + CASE + """
                , a.answers
                from casework.case_file c
                join casework.case_answers a on a.case_id = c.id
                where c.id = any (:ids)
                """)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> toCase(row, row.getString("answers")))
                .list();
    }

    List<String> filesAfter(long id, int position, int most) {
        return jdbc.sql("""
                select case_id || '/' || position
                from casework.material
                where (case_id, position) > (:id, :position)
                order by case_id, position
                limit :most
                """)
                .param("id", id)
                .param("position", position)
                .param("most", most)
                .query(String.class)
                .list();
    }

    List<FileRow> files(Collection<Long> ids) {
        return jdbc.sql("select " + CASE + """
                , m.position, m.title, m.file, m.name
                from casework.case_file c
                join casework.material m on m.case_id = c.id
                where c.id = any (:ids)
                """)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> new FileRow(
                        toCase(row, ""),
                        row.getInt("position"),
                        row.getString("title"),
                        row.getString("file"),
                        row.getString("name")))
                .list();
    }

    private static CaseRow toCase(ResultSet row, String answers) throws SQLException {
        return new CaseRow(
                row.getLong("id"),
                row.getString("item_name"),
                row.getString("applicant_name"),
                row.getString("contact_name"),
                row.getString("result_identifier"),
                row.getString("state"),
                row.getString("division"),
                row.getString("lead_department"),
                List.of((String[]) row.getArray("departments").getArray()),
                Objects.requireNonNull(CaseFileStore.instant(row, "filed_at")),
                answers);
    }

    long latestEvent() {
        return jdbc.sql("""
                select coalesce(pg_sequence_last_value(cast(pg_get_serial_sequence('casework.event', 'id') as regclass)), 0)
                """).query(Long.class).single();
    }

    /** Cases that something happened to, in the order in which it was written. */
    Page casesChangedAfter(long position, int most) {
        var changes = jdbc.sql("""
                select id, case_id from casework.event where id > :position order by id limit :most
                """)
                .param("position", position)
                .param("most", most)
                .query((row, number) -> new Change(row.getLong("id"), row.getString("case_id")))
                .list();
        return new Page(changes.isEmpty() ? position : changes.getLast().position(), changes);
    }

    /** Places of materials of such cases; after a supplement also places that fell away. */
    Page filesChangedAfter(long position, int most) {
        var upTo = position;
        var changes = new ArrayList<Change>();
        var rows = jdbc.sql("""
                with e as (
                    select id, case_id, kind from casework.event where id > :position order by id limit :most
                )
                select e.id, e.case_id, p.position
                from e
                left join lateral (
                    select m.position from casework.material m where m.case_id = e.case_id
                    union
                    select cast(s as smallint) from generate_series(1, 60) s where e.kind = 'SUPPLEMENTED'
                ) p on true
                order by e.id
                """)
                .param("position", position)
                .param("most", most)
                .query((row, number) ->
                        new Change(row.getLong("id"), row.getString("case_id") + "/" + row.getString("position")))
                .list();
        for (var change : rows) {
            upTo = change.position();
            if (!change.key().endsWith("/null")) {
                changes.add(change);
            }
        }
        return new Page(upTo, changes);
    }

    /** Places of files in the materials of cases, for files that only now can be read. */
    List<Change> placesOf(List<Change> filesInCases) {
        var rows = jdbc.sql("""
                select f.serial, m.case_id, m.position
                from unnest(cast(:serials as bigint[]), cast(:files as text[]), cast(:cases as bigint[])) as f (serial, file, case_id)
                join casework.material m on m.case_id = f.case_id and m.file = f.file
                """)
                .param("serials", filesInCases.stream().map(Change::position).toArray(Long[]::new))
                .param(
                        "files",
                        filesInCases.stream()
                                .map(change ->
                                        change.key().substring(change.key().indexOf('/') + 1))
                                .toArray(String[]::new))
                .param(
                        "cases",
                        filesInCases.stream()
                                .map(change -> Long.valueOf(
                                        change.key().substring(0, change.key().indexOf('/'))))
                                .toArray(Long[]::new));
        return rows.query((row, number) ->
                        new Change(row.getLong("serial"), row.getString("case_id") + "/" + row.getString("position")))
                .list();
    }
}
