package org.zhengtong.service.feedback.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.OrganizationChangeEffect;
import org.zhengtong.base.organization.OrganizationShift;

/** Complaints and bad ratings that a department which ceases has not answered: its heir answers them. */
@Component
class FeedbackTakenOverStore implements OrganizationChangeEffect {

    private final JdbcClient jdbc;

    FeedbackTakenOverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Line> foresee(OrganizationShift shift) {
        var lines = new ArrayList<Line>();
        if (!shift.departments().isEmpty()) {
            lines.add(Line.of(
                    "feedback.organization.open", count(shift.departments().keySet())));
        }
        if (!shift.closed().isEmpty()) {
            lines.add(Line.stops("feedback.organization.open-left", count(shift.closed())));
        }
        return lines;
    }

    private long count(Collection<DepartmentId> departments) {
        return jdbc.sql("""
                select (
                    select count(*)
                    from feedback.complaint
                    where state in ('FILED', 'ACCEPTED')
                        and department = any (:departments)
                ) + (
                    select count(*)
                    from feedback.rating
                    where follow_up_due_on is not null
                        and answered_at is null
                        and department = any (:departments)
                )
                """)
                .param(
                        "departments",
                        departments.stream().map(DepartmentId::value).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    @Override
    public void follow(OrganizationShift shift, Actor by) {
        shift.departments().forEach(this::takeOver);
    }

    private void takeOver(DepartmentId from, DepartmentId to) {
        jdbc.sql("""
                update feedback.complaint
                set department = :to
                where department = :from
                    and state in ('FILED', 'ACCEPTED')
                """).param("from", from.value()).param("to", to.value()).update();
        jdbc.sql("""
                update feedback.rating
                set department = :to
                where department = :from
                    and follow_up_due_on is not null
                    and answered_at is null
                """).param("from", from.value()).param("to", to.value()).update();
    }
}
