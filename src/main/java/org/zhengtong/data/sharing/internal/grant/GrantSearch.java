package org.zhengtong.data.sharing.internal.grant;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.Grants.DayUse;
import org.zhengtong.data.sharing.Grants.Query;
import org.zhengtong.data.sharing.Grants.Side;
import org.zhengtong.data.sharing.Grants.UseSum;
import org.zhengtong.data.sharing.Way;

/** Lists of grants, and their use. */
@Component
class GrantSearch {

    private final JdbcClient jdbc;

    GrantSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String within(Side side) {
        return "(:everything or %1$s = any (:departments) or %1$s like any (:divisions))"
                .formatted(side == Side.GIVEN ? "provider" : "consumer");
    }

    List<DataGrant> page(Query query, DataScope scope) {
        return bind(
                        "select " + GrantStore.COLUMNS + " from sharing.data_grant where " + within(query.side()) + """
                         and (:text = '' or position(lower(:text) in lower(resource_name)) > 0
                              or position(lower(:text) in lower(number)) > 0)
                         and (cast(:register as text) is null or register = :register)
                         and (cast(:state as text) is null or state = :state)
                         and (:after = '' or number < :after)
                        order by number desc
                        limit :most
                        """,
                        scope)
                .param("text", query.text())
                .param(
                        "register",
                        query.register() == null ? null : query.register().value(),
                        java.sql.Types.VARCHAR)
                .param("state", query.state() == null ? null : query.state().name(), java.sql.Types.VARCHAR)
                .param("after", query.after())
                .param("most", query.most())
                .query(GrantStore::toGrant)
                .list();
    }

    private JdbcClient.StatementSpec bind(String sql, DataScope scope) {
        return jdbc.sql(sql)
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", scope.divisionPatterns());
    }

    List<DayUse> usage(GrantNumber number, LocalDate from) {
        return jdbc.sql("""
                select day, way, calls, records
                from sharing.usage
                where grant_number = :number
                  and day >= :from
                order by day, way
                """)
                .param("number", number.value())
                .param("from", from)
                .query((row, _) -> new DayUse(
                        row.getObject("day", LocalDate.class),
                        Way.valueOf(row.getString("way")),
                        row.getLong("calls"),
                        row.getLong("records")))
                .list();
    }

    List<DayUse> days(LocalDate from, LocalDate to, Side side, DataScope scope) {
        return bind("""
                        select u.day, u.way, sum(u.calls) as calls, sum(u.records) as records
                        from sharing.usage u
                        join sharing.data_grant g on g.number = u.grant_number
                        where u.day between :from and :to
                          and\s""" + within(side) + " group by u.day, u.way order by u.day, u.way", scope)
                .param("from", from)
                .param("to", to)
                .query((row, _) -> new DayUse(
                        row.getObject("day", LocalDate.class),
                        Way.valueOf(row.getString("way")),
                        row.getLong("calls"),
                        row.getLong("records")))
                .list();
    }

    List<UseSum> sums(LocalDate from, LocalDate to, Side side, DataScope scope) {
        return bind("""
                        select g.number, g.resource_name, g.provider, g.consumer, coalesce(sum(u.calls), 0) as calls,
                               coalesce(sum(u.records), 0) as records, max(u.day) as last
                        from sharing.data_grant g
                        left join sharing.usage u on u.grant_number = g.number and u.day between :from and :to
                        where\s""" + within(side) + """
                         group by g.number
                        order by calls desc, g.number
                        limit 2000
                        """, scope)
                .param("from", from)
                .param("to", to)
                .query((row, _) -> new UseSum(
                        new GrantNumber(row.getString("number")),
                        row.getString("resource_name"),
                        new DepartmentId(row.getString("provider")),
                        new DepartmentId(row.getString("consumer")),
                        row.getLong("calls"),
                        row.getLong("records"),
                        Optional.ofNullable(row.getObject("last", LocalDate.class))))
                .list();
    }
}
