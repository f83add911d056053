package org.zhengtong.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must hold of the tables at any moment between two actions; each query finds what breaks a sentence. */
final class StoredTruth {

    private static final String CASE_OF_ENTRY = """
            (split_part(subject_id, '-', 1) || split_part(subject_id, '-', 2))::bigint * 100000
                + split_part(subject_id, '-', 3)::bigint
            """;

    /** Sentence, then the query for the cases that break it. */
    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("every case has its answers, its three papers and the draft it came from", """
                    select id from casework.case_file c
                    where not exists (select from casework.case_answers a where a.case_id = c.id)
                        or (select count(*) from casework.material m where m.case_id = c.id) <> 3
                        or (select count(*) from casework.draft d where d.case_id = c.id) <> 1
                    """),
            Map.entry("every paper of a case is kept in the file store, in the name of the case", """
                    select m.case_id from casework.material m
                    where not exists (select from files.file_use u
                        where u.id::text = m.file and u.owner_reference like 'case/%'
                            and replace(substr(u.owner_reference, 6, 15), '-', '') = left(m.case_id::text, 14))
                    """),
            Map.entry("every draft that was filed has its case", """
                    select d.case_id from casework.draft d
                    where d.case_id is not null
                        and not exists (select from casework.case_file c where c.id = d.case_id)
                    """),
            Map.entry("each event stands once in the history, and only if the case's state says so", """
                    select c.id
                    from casework.case_file c
                    left join (select case_id, count(*) filter (where kind = 'FILED') as filed,
                            count(*) filter (where kind in ('ACCEPTED', 'DEEMED_ACCEPTED')) as accepted,
                            count(*) filter (where kind = 'GRANTED') as granted,
                            count(*) filter (where kind = 'DENIED') as denied,
                            count(*) filter (where kind = 'DELIVERED') as delivered,
                            count(*) filter (where kind = 'WITHDRAWN') as withdrawn,
                            count(*) filter (where kind = 'SUPPLEMENT_REQUESTED') as requested,
                            count(*) filter (where kind = 'SUPPLEMENTED') as supplemented,
                            count(*) filter (where kind in ('STEP_GRANTED', 'STEP_DENIED')) as steps
                        from casework.event group by case_id) e on e.case_id = c.id
                    where filed is distinct from 1
                        or accepted <> (accepted_on is not null)::int
                        or e.granted <> (c.granted is true)::int
                        or denied <> (c.granted is false)::int
                        or delivered <> (state = 'DELIVERED')::int
                        or withdrawn <> (state = 'WITHDRAWN')::int
                        or requested <> (supplement_at is not null)::int
                        or supplemented <> (supplement_at is not null and state <> 'SUPPLEMENTING')::int
                            and state <> 'WITHDRAWN'
                        or steps <> (select count(*) from casework.task t
                            where t.case_id = c.id and t.state = 'DONE' and t.kind <> 'INTAKE')
                        or steps <> (select count(*) from casework.decision d where d.case_id = c.id)
                        or requested <> (select count(*) from casework.supplement s where s.case_id = c.id)
                    """),
            Map.entry("the state follows from the decisions", """
                    select c.id
                    from casework.case_file c
                    where (c.granted is true) <> ((select count(*) from casework.decision d
                            where d.case_id = c.id and d.granted) = 3)
                        or (c.granted is false) <> exists (select from casework.decision d
                            where d.case_id = c.id and not d.granted)
                        or (c.state in ('GRANTED', 'DELIVERED')) <> (c.granted is true)
                        or (c.state = 'DENIED') <> (c.granted is false)
                        or (c.decided_at is null) <> (c.granted is null)
                        or (c.closed_at is null) <> (c.state in ('FILED', 'SUPPLEMENTING', 'ACCEPTED', 'GRANTED'))
                    """),
            Map.entry("a closed case has no open task and no running clock", """
                    select c.id from casework.case_file c
                    where c.state in ('GRANTED', 'DELIVERED', 'DENIED', 'REFUSED', 'WITHDRAWN')
                        and (exists (select from casework.task t
                                where t.case_id = c.id and t.state in ('OPEN', 'WAITING'))
                            or exists (select from casework.clock k
                                where k.case_id = c.id and k.state in ('RUNNING', 'STOPPED')))
                    """),
            Map.entry("a running case has the tasks and the clocks of its state", """
                    select c.id from casework.case_file c
                    left join casework.task i on i.case_id = c.id and i.serial = 1
                    left join casework.clock k on k.case_id = c.id and k.step = case c.state when 'ACCEPTED' then '' else 'intake' end
                    where c.state = 'FILED' and (i.state is distinct from 'OPEN' or k.state is distinct from 'RUNNING')
                        or c.state = 'SUPPLEMENTING'
                            and (i.state is distinct from 'WAITING' or k.state is distinct from 'STOPPED')
                        or c.state = 'ACCEPTED' and (i.state is distinct from 'DONE' or k.state is distinct from 'RUNNING'
                            or not exists (select from casework.task t where t.case_id = c.id and t.state = 'OPEN')
                            or (select count(*) from casework.task t where t.case_id = c.id) <> 4)
                    """),
            Map.entry("the clock of a task runs as long as the task is open", """
                    select t.case_id from casework.task t
                    left join casework.clock k on k.case_id = t.case_id and k.step = t.step
                    where k.state is null
                        or (t.state = 'OPEN') <> (k.state = 'RUNNING')
                        or (t.state = 'DONE') <> (k.state in ('MET', 'OVERDUE'))
                        or (t.state = 'DONE') <> (t.done_at is not null)
                    """),
            Map.entry("every action has its audit entry, and every entry its action", """
                    select coalesce(e.case_id, a.case_id)
                    from (select case_id, action, count(*) as times
                        from (select case_id, case kind when 'FILED' then 'casework.file'
                                when 'ACCEPTED' then 'casework.accept' when 'SUPPLEMENTED' then 'casework.supplement'
                                when 'SUPPLEMENT_REQUESTED' then 'casework.request_supplement'
                                when 'STEP_GRANTED' then 'casework.decide' when 'STEP_DENIED' then 'casework.decide'
                                when 'WITHDRAWN' then 'casework.withdraw' when 'DELIVERED' then 'casework.deliver'
                                end as action
                            from casework.event) as named
                        where action is not null
                        group by case_id, action) as e
                    full join (select %s as case_id, event as action, count(*) as times
                        from audit.entry
                        where subject_type = 'case' and event in ('casework.file', 'casework.accept',
                            'casework.supplement', 'casework.request_supplement', 'casework.decide', 'casework.withdraw',
                            'casework.deliver')
                        group by 1, 2) as a using (case_id, action)
                    where e.times is distinct from a.times
                    """.formatted(CASE_OF_ENTRY)),
            Map.entry("the papers of the law are those of the state", """
                    select c.id from casework.case_file c
                    where (select count(*) from casework.document d where d.case_id = c.id)
                        <> (c.accepted_on is not null)::int + (c.granted is not null)::int + (c.supplement_at is not null)::int
                    """),
            Map.entry(
                    "a licence belongs to a granted case, has its audit entry, and is the one that was delivered",
                    """
                    select c.id
                    from casework.case_file c
                    full join license.license l on c.id = (split_part(l.case_number, '-', 1)
                        || split_part(l.case_number, '-', 2))::bigint * 100000 + split_part(l.case_number, '-', 3)::bigint
                    where l.identifier is not null
                        and (c.granted is not true
                            or (select count(*) from audit.entry where subject_type = 'license'
                                and subject_id = l.identifier and event = 'license.issue') <> 1
                            or c.state = 'DELIVERED' and c.result_identifier is distinct from l.identifier)
                        or c.state = 'DELIVERED' and l.identifier is null
                    """));

    private final JdbcClient jdbc;

    StoredTruth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every broken sentence with the cases that break it. */
    List<String> broken() {
        var broken = new ArrayList<String>();
        SENTENCES.forEach((sentence, query) -> {
            var found = jdbc.sql(query).query(String.class).list();
            if (!found.isEmpty()) {
                broken.add("Not so: " + sentence + ": " + found);
            }
        });
        return broken;
    }

    /** Acknowledged actions that are not there once. */
    List<String> missing(List<Acknowledgements.Line> acknowledged) {
        var drafts = counted("select id::text || '/' || (version >= 2)::text, 1 from casework.draft");
        var events = counted("""
                select case_id || '/' || kind, count(*)
                from casework.event
                where kind not in ('STEP_GRANTED', 'STEP_DENIED')
                group by 1
                """);
        var tasks = counted("""
                select t.case_id || '/' || serial || '/' || case when d.granted then 'granted' else 'denied' end, count(*)
                from casework.task t
                join casework.decision d on d.case_id = t.case_id and d.task_serial = t.serial
                where t.state = 'DONE' and t.granted = d.granted
                group by 1
                """);
        return acknowledged.stream()
                .filter(line -> !isThere(line, drafts, events, tasks))
                .map(line -> "Acknowledged, but not there once: " + line)
                .toList();
    }

    private static boolean isThere(
            Acknowledgements.Line line,
            Map<String, Integer> drafts,
            Map<String, Integer> events,
            Map<String, Integer> tasks) {
        return switch (line.what()) {
            case "created" -> drafts.containsKey(line.of() + "/true") || drafts.containsKey(line.of() + "/false");
            case "saved" -> drafts.containsKey(line.of() + "/true");
            case "filed" -> once(events, line, "FILED");
            case "accepted" -> once(events, line, "ACCEPTED");
            case "supplement-requested" -> once(events, line, "SUPPLEMENT_REQUESTED");
            case "supplemented" -> once(events, line, "SUPPLEMENTED");
            case "withdrawn" -> once(events, line, "WITHDRAWN");
            case "decided" -> tasks.getOrDefault(key(line.of()) + "/" + String.join("/", line.more()), 0) == 1;
            default -> false;
        };
    }

    private static boolean once(Map<String, Integer> events, Acknowledgements.Line line, String kind) {
        return events.getOrDefault(key(line.of()) + "/" + kind, 0) == 1;
    }

    private static String key(String number) {
        var parts = number.split("-", -1);
        return Long.toString(Long.parseLong(parts[0] + parts[1]) * 100_000 + Long.parseLong(parts[2]));
    }

    private Map<String, Integer> counted(String query) {
        var counted = new HashMap<String, Integer>();
        jdbc.sql(query).query(row -> {
            counted.put(row.getString(1), row.getInt(2));
        });
        return counted;
    }

    /** Cases that somebody can go on with. */
    List<String> unfinished() {
        return jdbc.sql("""
                select subject_id
                from audit.entry
                join casework.case_file c on c.id = %s
                where event = 'casework.file' and c.state in ('FILED', 'SUPPLEMENTING', 'ACCEPTED')
                """.formatted(CASE_OF_ENTRY)).query(String.class).list();
    }

    /** Granted cases whose licence is not delivered yet. */
    int undelivered() {
        return jdbc.sql("select count(*) from casework.case_file where state = 'GRANTED'")
                .query(Integer.class)
                .single();
    }

    int delivered() {
        return jdbc.sql("select count(*) from casework.case_file where state = 'DELIVERED'")
                .query(Integer.class)
                .single();
    }
}
