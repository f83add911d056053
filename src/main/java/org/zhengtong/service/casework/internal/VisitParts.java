package org.zhengtong.service.casework.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.service.casework.SiteVisit;
import tools.jackson.databind.json.JsonMapper;

/** The parts that site visits add to the one statement of an action; see {@link CaseParts}. */
@Component
class VisitParts {

    private static final String PLANNED = """
        , visited as (
            insert into casework.site_visit (case_id, serial, state, held_on, starts_at, place, purpose, department,
                planned_at, planned_by, planned_name)
            select c.id, v.serial, 'PLANNED', v.held_on, v.starts_at, v.place, v.purpose, v.department, :at, :actor,
                coalesce(:actorName, '')
            from c, json_to_recordset(cast(:visitsPlanned as json)) as v (serial smallint, held_on date, starts_at text,
                place text, purpose text, department text)
        ), parties as (
            insert into casework.site_visit_party (case_id, serial, department, task_serial, people)
            select c.id, p.serial, p.department, p.task, p.people
            from c, json_to_recordset(cast(:visitParties as json)) as p (serial smallint, department text,
                task smallint, people jsonb)
        )
        """;

    private static final String MOVED = """
        , revisited as (
            update casework.site_visit v
            set held_on = m.held_on, starts_at = m.starts_at, place = m.place, words = m.words, notices = m.notices
            from c, json_to_recordset(cast(:visitsMoved as json)) as m (serial smallint, held_on date, starts_at text,
                place text, words text, notices smallint)
            where v.case_id = c.id and v.serial = m.serial
        )
        """;

    private static final String ENDED = """
        , left_off as (
            update casework.site_visit v
            set state = e.state, words = coalesce(nullif(e.words, ''), v.words), notices = e.notices, ended_at = :at,
                ended_by = :actor, ended_name = :actorName
            from c, json_to_recordset(cast(:visitsEnded as json)) as e (serial smallint, state text, words text,
                notices smallint)
            where v.case_id = c.id and v.serial = e.serial
        )
        """;

    private static final String LAPSED = """
        , lapsed as (
            update casework.site_visit v
            set state = 'CALLED_OFF', ended_at = :at, ended_by = :actor, ended_name = :actorName
            from c
            where v.case_id = c.id and v.state = 'PLANNED'
        )
        """;

    private static final String FOUND = """
        , found as (
            update casework.site_visit_party p
            set result = f.result, words = f.words, files = f.files, found_at = :at, found_by = :actor,
                found_name = :actorName
            from c, json_to_recordset(cast(:visitsFound as json)) as f (serial smallint, department text, result text,
                words text, files jsonb)
            where p.case_id = c.id and p.serial = f.serial and p.department = f.department
        )
        """;

    private final JsonMapper json;

    VisitParts(JsonMapper json) {
        this.json = json;
    }

    /** The parts that this change needs; none for most. */
    static String of(@Nullable VisitChange visits) {
        return visits == null
                ? ""
                : part(PLANNED, visits.planned)
                        + part(MOVED, visits.moved)
                        + part(ENDED, visits.ended)
                        + part(FOUND, visits.found)
                        + (visits.lapsed ? LAPSED : "");
    }

    private static String part(String sql, Collection<?> list) {
        return list.isEmpty() ? "" : sql;
    }

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, @Nullable VisitChange visits) {
        return visits == null
                ? statement
                : statement
                        .param("visitsPlanned", rows(visits.planned, VisitParts::row))
                        .param("visitParties", json.writeValueAsString(parties(visits.planned)))
                        .param("visitsMoved", rows(visits.moved, VisitParts::row))
                        .param("visitsEnded", rows(visits.ended, VisitParts::row))
                        .param("visitsFound", rows(visits.found, VisitParts::row));
    }

    private <T> String rows(List<T> entries, Function<T, Map<String, Object>> row) {
        return json.writeValueAsString(entries.stream().map(row).toList());
    }

    private static List<Map<String, Object>> parties(List<SiteVisit> planned) {
        return planned.stream()
                .flatMap(visit -> visit.parties().stream()
                        .map(party -> Map.<String, Object>of(
                                "serial", visit.serial(),
                                "department", party.department().value(),
                                "task", party.task(),
                                "people", party.people())))
                .toList();
    }

    private static Map<String, Object> row(SiteVisit visit) {
        return Map.of(
                "serial", visit.serial(),
                "held_on", visit.heldOn().toString(),
                "starts_at", visit.startsAt(),
                "place", visit.place(),
                "purpose", visit.purpose(),
                "department", visit.department().value(),
                "words", visit.words() == null ? "" : visit.words(),
                "notices", visit.notices());
    }

    private static Map<String, Object> row(VisitChange.Ended ended) {
        return Map.of(
                "serial", ended.serial(),
                "state", ended.state().name(),
                "words", ended.words(),
                "notices", ended.notices());
    }

    private static Map<String, Object> row(VisitChange.Found found) {
        return Map.of(
                "serial", found.serial(),
                "department", found.party().department().value(),
                "result", found.result().name(),
                "words", found.words(),
                "files", found.files());
    }
}
