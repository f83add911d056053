package org.zhengtong.service.items.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.OrganizationChangeEffect;
import org.zhengtong.base.organization.OrganizationShift;

/** The items of a department that ceases: each gets a new version under its heir; cases in hand keep theirs. */
@Component
class ItemsTakenOverStore implements OrganizationChangeEffect {

    private final JdbcClient jdbc;
    private final Clock clock;

    ItemsTakenOverStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Line> foresee(OrganizationShift shift) {
        var lines = new ArrayList<Line>();
        if (!shift.departments().isEmpty()) {
            lines.add(Line.of(
                    "items.organization.items", count(shift.departments().keySet())));
        }
        if (!shift.closed().isEmpty()) {
            lines.add(Line.stops("items.organization.items-left", count(shift.closed())));
        }
        return lines;
    }

    private long count(Collection<DepartmentId> departments) {
        return jdbc.sql("""
                select count(*)
                from items.item
                where department = any (:departments)
                """)
                .param(
                        "departments",
                        departments.stream().map(DepartmentId::value).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    @Override
    public void follow(OrganizationShift shift, Actor by) {
        shift.departments().forEach((from, to) -> takeOver(from, to, by));
    }

    private void takeOver(DepartmentId from, DepartmentId to, Actor by) {
        jdbc.sql("""
                insert into items.item_version
                    (item_code, version, effective_on, published_at, published_by, origin, digest, body)
                select v.item_code,
                    (select max(version) from items.item_version m where m.item_code = v.item_code) + 1,
                    :on, :at, :by, 'EDIT', v.digest, jsonb_set(v.body, '{department,value}', to_jsonb(:to::text))
                from items.item i
                join items.item_version v on v.item_code = i.code and v.version = i.version
                where i.department = :from
                """)
                .param("on", LocalDate.now(clock))
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.name())
                .param("from", from.value())
                .param("to", to.value())
                .update();
        jdbc.sql("""
                update items.item i
                set department = :to,
                    version = (select max(version) from items.item_version m where m.item_code = i.code)
                where department = :from
                """).param("from", from.value()).param("to", to.value()).update();
    }
}
