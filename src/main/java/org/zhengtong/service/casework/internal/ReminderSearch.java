package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases in which somebody who was asked has not answered while the step's limit comes near. */
@Component
class ReminderSearch {

    private final JdbcClient jdbc;

    ReminderSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Long> cases(LocalDate until, int size) {
        return jdbc.sql("""
            select distinct o.case_id
            from casework.opinion o
            join casework.case_file c on c.id = o.case_id and c.state = 'ACCEPTED' and c.handled_at is null
            join casework.task t on t.case_id = o.case_id and t.serial = o.for_task
            where o.state = 'ASKED' and o.reminded_at is null and t.due_on <= :until
            order by o.case_id
            limit :size
            """)
                .param("until", until)
                .param("size", size)
                .query(Long.class)
                .list();
    }

    /** The questions of a case of which nobody was reminded. */
    Set<Integer> unreminded(long key) {
        return Set.copyOf(jdbc.sql("""
            select serial from casework.opinion where case_id = :id and state = 'ASKED' and reminded_at is null
            """).param("id", key).query(Integer.class).list());
    }
}
