package org.zhengtong.service.casework.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.service.casework.CaseView.EventKind;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Cases as one JSON object, row by row: what a node of an older version does not know of a row, it leaves out. */
@Component
class CaseCopyStore {

    private static final String READ = """
        select jsonb_build_object(
            'case', to_jsonb(c) - '{id,revision,procedure_id,account_id,handled_at}'::text[],
            'procedure', jsonb_build_object('key', p.key, 'source', p.source),
            'form', jsonb_build_object('key', f.key, 'version', f.version, 'source', f.source),
            'answers', to_jsonb(a) - 'case_id',
            'tasks', (select jsonb_agg(to_jsonb(t) - '{case_id,holder,done_by}'::text[] order by t.serial)
                from casework.task t where t.case_id = c.id and t.kind not in ('OPINION', 'SIGN', 'VISIT', 'CHECK')),
            'clocks', (select jsonb_agg(to_jsonb(k) - 'case_id' order by k.step)
                from casework.clock k where k.case_id = c.id),
            'events', (select jsonb_agg(to_jsonb(e) - '{case_id,id,actor}'::text[] || jsonb_build_object('detail', e.detail - 'inner') order by e.id)
                from casework.event e where e.case_id = c.id),
            'materials', (select coalesce(jsonb_agg(to_jsonb(m) - 'case_id' order by m.position), '[]')
                from casework.material m where m.case_id = c.id),
            'decisions', (select coalesce(jsonb_agg(to_jsonb(d) - 'case_id' order by d.task_serial), '[]')
                from casework.decision d where d.case_id = c.id),
            'supplements', (select coalesce(jsonb_agg(to_jsonb(s) - '{case_id,requested_by}'::text[]), '[]')
                from casework.supplement s where s.case_id = c.id),
            'documents', (select coalesce(jsonb_agg(to_jsonb(o) - 'case_id' order by o.kind), '[]')
                from casework.document o where o.case_id = c.id and o.file is not null
                    and o.kind not in ('OPINION_REQUEST', 'OPINION_REPLY', 'COUNTERSIGN_SHEET', 'VISIT_RECORD')),
            'procedures', (select coalesce(jsonb_agg(to_jsonb(s) - '{case_id,started_by,ended_by}'::text[] order by s.serial), '[]')
                from casework.special_procedure s where s.case_id = c.id),
            'extensions', (select coalesce(jsonb_agg(to_jsonb(x) - '{case_id,asked_by,decided_by}'::text[] order by x.serial), '[]')
                from casework.extension x where x.case_id = c.id),
            'suspensions', (select coalesce(jsonb_agg(to_jsonb(u) - '{case_id,started_by,ended_by}'::text[] order by u.serial), '[]')
                from casework.suspension u where u.case_id = c.id),
            'reopenings', (select coalesce(jsonb_agg(to_jsonb(r) - '{case_id,asked_by,decided_by}'::text[] || '{"file": ""}'::jsonb order by r.serial), '[]')
                from casework.reopening r where r.case_id = c.id and r.state = 'CONFIRMED'),
            'added', (select coalesce(jsonb_agg(to_jsonb(g) - '{case_id,added_by,ended_by}'::text[] || '{"reason": ""}'::jsonb order by g.serial), '[]')
                from casework.added_step g where g.case_id = c.id))
        from casework.case_file c
        join casework.procedure p on p.id = c.procedure_id
        join casework.case_answers a on a.case_id = c.id
        join casework.form f on f.key = a.form_key and f.version = a.form_version
        where c.id = :id
        """;

    private static final List<String> PARTS = List.of(
            "case",
            "procedure",
            "form",
            "answers",
            "tasks",
            "clocks",
            "events",
            "materials",
            "decisions",
            "supplements",
            "documents");

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CaseCopyStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    ObjectNode read(long key) {
        return (ObjectNode) json.readTree(
                jdbc.sql(READ).param("id", key).query(String.class).single());
    }

    /** Whether a copy has all its parts. */
    static boolean whole(ObjectNode copy) {
        return PARTS.stream().allMatch(copy::has) && !copy.path("tasks").isEmpty();
    }

    /** Whether a case here is the one that was copied: filed at the same moment for the same matter. */
    boolean same(long key, ObjectNode copy) {
        return jdbc.sql("""
            select exists (
                select from casework.case_file
                where id = :id and filed_at = cast(:filedAt as timestamptz) and item_code = :item)
            """)
                .param("id", key)
                .param("filedAt", copy.path("case").path("filed_at").asString(""))
                .param("item", copy.path("case").path("item_code").asString(""))
                .query(Boolean.class)
                .single();
    }

    /** Adds a case of another node, to be handled here. */
    void add(long key, ObjectNode copy, Instant at) {
        var procedure = procedure(copy, at);
        keepForm(copy, at);
        change(key, copy, """
            insert into casework.case_file
            select (jsonb_populate_record(null::casework.case_file, cast(:copy as jsonb) -> 'case'
                || jsonb_build_object('id', cast(:id as bigint), 'revision', 1, 'procedure_id', %d))).*
            """.formatted(procedure));
        change(key, copy, """
            insert into casework.case_answers
            select (jsonb_populate_record(null::casework.case_answers, cast(:copy as jsonb) -> 'answers'
                || jsonb_build_object('case_id', cast(:id as bigint)))).*
            """);
        insert(key, copy, "material", "materials", "");
        addTasks(key, copy, "ELSEWHERE", "OPEN");
        addParts(key, copy);
    }

    private int procedure(ObjectNode copy, Instant at) {
        return jdbc.sql("""
            with known as (
                select id from casework.procedure where key = :key and source = :source
                order by current desc, version desc limit 1
            ), added as (
                insert into casework.procedure (key, version, source, current, created_at)
                select :key, coalesce((select max(version) from casework.procedure where key = :key), 0) + 1, :source, false, :at
                where not exists (select from known)
                returning id
            )
            select id from known union all select id from added
            """)
                .param("key", copy.path("procedure").path("key").asString(""))
                .param("source", copy.path("procedure").path("source").asString(""))
                .param("at", Timestamp.from(at))
                .query(Integer.class)
                .single();
    }

    private void keepForm(ObjectNode copy, Instant at) {
        jdbc.sql("""
            insert into casework.form (key, version, source, current, created_at)
            values (:key, :version, :source, false, :at)
            on conflict (key, version) do nothing
            """)
                .param("key", copy.path("form").path("key").asString(""))
                .param("version", copy.path("form").path("version").asString(""))
                .param("source", copy.path("form").path("source").asString(""))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** How many events of these kinds a case has. */
    int countEvents(long key, Collection<EventKind> kinds) {
        return jdbc.sql("select count(*) from casework.event where case_id = :id and kind = any (:kinds)")
                .param("id", key)
                .param("kinds", kinds.stream().map(EventKind::name).toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    /** Brings a case that was handed over to where it stands there; its answers and materials stay as they were sent. */
    void follow(long key, ObjectNode copy) {
        change(key, copy, """
            update casework.case_file c
            set revision = c.revision + 1, state = r.state, lead_department = r.lead_department,
                received_on = r.received_on, accepted_on = r.accepted_on, deemed_accepted = r.deemed_accepted,
                supplement_at = r.supplement_at, decided_at = r.decided_at, decided_on = r.decided_on,
                granted = r.granted, in_time = r.in_time, working_days = r.working_days, closed_at = r.closed_at,
                result_identifier = r.result_identifier, limits_moved = r.limits_moved, amended = r.amended
            from jsonb_populate_record(null::casework.case_file, cast(:copy as jsonb) -> 'case') r
            where c.id = :id
            """);
        for (var table : List.of(
                "task",
                "clock",
                "decision",
                "supplement",
                "special_procedure",
                "extension",
                "added_step",
                "suspension",
                "reopening")) {
            jdbc.sql("delete from casework." + table + " where case_id = :id")
                    .param("id", key)
                    .update();
        }
        addTasks(key, copy, "OPEN|WAITING", "ELSEWHERE");
        addParts(key, copy);
    }

    private void addTasks(long key, ObjectNode copy, String from, String to) {
        jdbc.sql("""
            insert into casework.task
            select (jsonb_populate_record(null::casework.task, task || jsonb_build_object('case_id', cast(:id as bigint),
                'state', regexp_replace(task ->> 'state', :from, :to)))).*
            from jsonb_array_elements(cast(:copy as jsonb) -> 'tasks') task
            """)
                .param("id", key)
                .param("from", "^(" + from + ")$")
                .param("to", to)
                .param("copy", json.writeValueAsString(copy))
                .update();
    }

    private void addParts(long key, ObjectNode copy) {
        insert(key, copy, "clock", "clocks", "");
        insert(key, copy, "decision", "decisions", "");
        insert(key, copy, "supplement", "supplements", ", 'requested_by', 0");
        // a node of an older version has none of them
        insert(key, copy, "special_procedure", "procedures", "");
        insert(key, copy, "extension", "extensions", "");
        insert(key, copy, "added_step", "added", "");
        insert(key, copy, "suspension", "suspensions", "");
        insert(key, copy, "reopening", "reopenings", "");
        change(key, copy, """
            insert into casework.event (case_id, at, kind, actor_name, detail)
            select :id, e.at, e.kind, e.actor_name, e.detail
            from rows from (jsonb_to_recordset(cast(:copy as jsonb) -> 'events')
                    as (at timestamptz, kind text, actor_name text, detail jsonb)) with ordinality
                as e (at, kind, actor_name, detail, place)
            where not exists (
                select from casework.event x where x.case_id = :id and x.at = e.at and x.kind = e.kind
                    and x.detail = e.detail)
            order by e.place
            """);
        change(key, copy, """
            insert into casework.document (case_id, kind, serial, department, dated_on, facts, file)
            select :id, d.kind, coalesce(d.serial, 1), d.department, d.dated_on, d.facts, d.file
            from jsonb_to_recordset(cast(:copy as jsonb) -> 'documents')
                as d (kind text, serial smallint, department text, dated_on date, facts jsonb, file text)
            on conflict (case_id, kind, serial) do update set file = excluded.file, dated_on = excluded.dated_on
            """);
    }

    private void insert(long key, ObjectNode copy, String table, String part, String more) {
        change(key, copy, """
            insert into casework.%1$s
            select (jsonb_populate_record(null::casework.%1$s,
                part || jsonb_build_object('case_id', cast(:id as bigint)%3$s))).*
            from jsonb_array_elements(cast(:copy as jsonb) -> '%2$s') part
            """.formatted(table, part, more));
    }

    private void change(long key, ObjectNode copy, String sql) {
        jdbc.sql(sql)
                .param("id", key)
                .param("copy", json.writeValueAsString(copy))
                .update();
    }
}
