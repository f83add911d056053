package org.zhengtong.data.mediation.internal.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.data.mediation.Calls.Called;
import org.zhengtong.data.mediation.Calls.Day;
import org.zhengtong.data.mediation.Calls.Query;
import org.zhengtong.data.mediation.Calls.Side;
import org.zhengtong.data.mediation.ServiceCode;

/** Lists and counts of calls. */
@Component
class CallSearch {

    private final JdbcClient jdbc;

    CallSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a page ended: time and id of its last call. */
    record Place(Instant at, UUID id) {}

    List<Called> page(Query query, @Nullable Place after, DataScope scope, ZoneId zone) {
        return jdbc.sql("""
            select id, side, node, service, provider, consumer, client, grant_number, purpose, operation, at, took_millis,
                   status, fault, request_octets, answer_octets
            from mediation.call
            where side = :side
              and (:everything or case when :side = 'CONSUMER' then consumer else provider end = any (:departments)
                   or case when :side = 'CONSUMER' then consumer else provider end like any (:divisions))
              and (:text = '' or service like :like or client like :like or grant_number = :text or purpose like :like)
              and (not :failed or fault <> '' or status >= 500)
              and (cast(:from as timestamptz) is null or at >= :from)
              and (cast(:to as timestamptz) is null or at < :to)
              and (cast(:at as timestamptz) is null or (at, id) < (:at, cast(:id as uuid)))
            order by at desc, id desc
            limit :most
            """)
                .param("side", query.side().name())
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", scope.divisionPatterns())
                .param("text", query.text())
                .param("like", "%" + query.text().replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("failed", query.failedOnly())
                .param("from", start(query.from(), zone))
                .param("to", start(query.to() == null ? null : query.to().plusDays(1), zone))
                .param("at", after == null ? null : after.at().atOffset(ZoneOffset.UTC))
                .param("id", after == null ? null : after.id().toString())
                .param("most", query.most())
                .query(CallSearch::toCalled)
                .list();
    }

    private static @Nullable OffsetDateTime start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toOffsetDateTime();
    }

    List<Day> days(ServiceCode service, LocalDate from, LocalDate to, ZoneId zone) {
        return jdbc.sql("""
            select d.day, count(c.id) as calls,
                   count(c.id) filter (where c.fault <> '' or c.status >= 500) as failed,
                   percentile_disc(0.5) within group (order by c.took_millis) filter (where c.fault = '') as median,
                   percentile_disc(0.95) within group (order by c.took_millis) filter (where c.fault = '') as slow
            from (select cast(generate_series(cast(:from as date), cast(:to as date), interval '1 day') as date) as day) d
            left join mediation.call c
              on c.side = 'PROVIDER' and c.service = :service and c.at >= :begin and c.at < :end
              and cast(c.at at time zone :zone as date) = d.day
            group by d.day
            order by d.day
            """)
                .param("from", from)
                .param("to", to)
                .param("begin", start(from, zone))
                .param("end", start(to.plusDays(1), zone))
                .param("service", service.value())
                .param("zone", zone.getId())
                .query((row, _) -> new Day(
                        row.getObject("day", LocalDate.class),
                        row.getLong("calls"),
                        row.getLong("failed"),
                        row.getLong("median"),
                        row.getLong("slow")))
                .list();
    }

    private static Called toCalled(ResultSet row, int number) throws SQLException {
        return new Called(
                row.getObject("id", UUID.class),
                Side.valueOf(row.getString("side")),
                row.getString("node"),
                row.getString("service"),
                row.getString("provider"),
                row.getString("consumer"),
                row.getString("client"),
                row.getString("grant_number"),
                row.getString("purpose"),
                row.getString("operation"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getLong("took_millis"),
                row.getInt("status"),
                row.getString("fault"),
                row.getLong("request_octets"),
                row.getLong("answer_octets"));
    }
}
