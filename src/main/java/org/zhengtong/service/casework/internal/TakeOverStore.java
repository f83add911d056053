package org.zhengtong.service.casework.internal;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.DepartmentId;

/** Open work of departments that cease and of people who move. */
@Component
class TakeOverStore {

    private final JdbcClient jdbc;

    TakeOverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long openTasks(Collection<DepartmentId> departments) {
        return jdbc.sql("""
            select count(*)
            from casework.task
            where state in ('OPEN', 'WAITING')
                and department = any (:departments)
            """)
                .param(
                        "departments",
                        departments.stream().map(DepartmentId::value).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    long heldTasks(Collection<AccountId> holders) {
        return jdbc.sql("""
            select count(*)
            from casework.task
            where state in ('OPEN', 'WAITING')
                and holder = any (:holders)
            """)
                .param("holders", holders.stream().map(AccountId::value).toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    /** Tasks, clocks and cases in hand pass to the heir; whoever has such a case open checks it anew. */
    void takeOver(DepartmentId from, DepartmentId to) {
        jdbc.sql("""
            with moved as (
                update casework.task
                set department = :to
                where department = :from
                    and state in ('OPEN', 'WAITING')
                returning case_id
            )
            update casework.case_file
            set revision = revision + 1,
                lead_department = case when lead_department = :from then :to else lead_department end
            where id in (select case_id from moved)
            """).param("from", from.value()).param("to", to.value()).update();
        jdbc.sql("""
            update casework.clock
            set department = :to
            where department = :from
                and state in ('RUNNING', 'STOPPED')
            """).param("from", from.value()).param("to", to.value()).update();
        jdbc.sql("""
            update casework.extension
            set department = :to
            where department = :from
                and state = 'ASKED'
            """).param("from", from.value()).param("to", to.value()).update();
        jdbc.sql("""
            update casework.opinion
            set department = :to
            where department = :from
                and state = 'ASKED'
            """).param("from", from.value()).param("to", to.value()).update();
    }

    /** Tasks that somebody took and leaves behind are open to the colleagues again. */
    void release(Collection<AccountId> holders) {
        jdbc.sql("""
            update casework.task
            set holder = null, holder_name = null
            where state in ('OPEN', 'WAITING')
                and holder = any (:holders)
            """)
                .param("holders", holders.stream().map(AccountId::value).toArray(Long[]::new))
                .update();
    }
}
