package org.zhengtong.base.jobs.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.WorkQuery;
import org.zhengtong.base.jobs.WorkState;
import org.zhengtong.base.jobs.WorkStatus;

/** Looks for long work. */
@Component
class WorkSearch {

    private final JdbcClient jdbc;

    WorkSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<WorkStatus> find(WorkQuery query) {
        var state = query.state();
        return jdbc.sql("select " + WorkStore.COLUMNS + """
                from jobs.long_work
                where id < :before
                    and (cast(:state as text) is null or state = :state)
                    and (:text = ''
                        or strpos(lower(kind || ' ' || array_to_string(title_args, ' ') || ' ' || coalesce(started_by, '')),
                            lower(:text)) > 0)
                order by id desc
                limit :most
                """)
                .param(
                        "before",
                        query.before() == null ? Long.MAX_VALUE : query.before().value())
                .param("state", state == null ? null : state.name())
                .param("text", query.text().strip())
                .param("most", query.most())
                .query(WorkStore::toStatus)
                .list();
    }

    Map<WorkState, Long> counts() {
        var counts = new EnumMap<WorkState, Long>(WorkState.class);
        jdbc.sql("select state, count(*) as works from jobs.long_work group by state")
                .query(row -> {
                    counts.put(WorkState.valueOf(row.getString("state")), row.getLong("works"));
                });
        return counts;
    }
}
