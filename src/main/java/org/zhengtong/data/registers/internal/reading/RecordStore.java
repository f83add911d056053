package org.zhengtong.data.registers.internal.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.zhengtong.base.database.QueryStore;
import org.zhengtong.data.registers.ReadPermit;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterReading.Moment;
import org.zhengtong.data.registers.RegisterReading.RecordVersion;
import org.zhengtong.data.registers.RegisterRecord;

/** Single records, now and as of a moment. */
@Component
class RecordStore {

    private final QueryStore database;

    RecordStore(QueryStore database) {
        this.database = database;
    }

    Optional<RegisterRecord> byKey(ReadPlan plan, RecordKey key, ReadPermit permit) {
        return database.read(jdbc -> filtered(jdbc.sql(plan.byKey()).param(key.value()), plan, permit)
                .query((row, _) -> plan.read(row, key, permit.masks()))
                .optional());
    }

    Map<RecordKey, RegisterRecord> byKeys(ReadPlan plan, Set<RecordKey> keys, ReadPermit permit) {
        var texts = keys.stream().map(RecordKey::value).toArray(String[]::new);
        var records = new HashMap<RecordKey, RegisterRecord>();
        database.read(jdbc -> filtered(jdbc.sql(plan.byKeys()).param(texts), plan, permit)
                        .query((row, _) -> plan.read(row, null, permit.masks()))
                        .list())
                .forEach(record -> records.put(record.key(), record));
        return records;
    }

    private static StatementSpec filtered(StatementSpec statement, ReadPlan plan, ReadPermit permit) {
        if (permit.rows() != null) {
            var conditions = new ConditionSql(plan.shape().definition());
            ReadPlan.filter(conditions, permit);
            conditions.parameters().forEach(statement::param);
        }
        return statement;
    }

    Optional<RegisterRecord> asOf(ReadPlan plan, RecordKey key, Moment moment, ReadPermit permit) {
        var conditions = new ConditionSql(plan.shape().definition());
        var filter = ReadPlan.filter(conditions, permit);
        var known = moment.knownAt().atOffset(ZoneOffset.UTC);
        var sql = """
            select %1$s
            from (
              select *, null::timestamptz as zt_ended_at, null::timestamptz as zt_superseded_at from %2$s where %4$s = ?
              union all
              select %5$s, zt_ended_at, zt_superseded_at from %3$s where %4$s = ?) version
            where zt_recorded_at <= ? and (zt_superseded_at is null or zt_superseded_at > ?)
              and zt_valid_from <= ? and (zt_valid_to is null or zt_valid_to > ? or zt_ended_at > ?)%6$s
            """.formatted(
                        plan.columns(),
                        "(select " + shared(plan) + " from " + plan.shape().current() + ") present",
                        plan.shape().history(),
                        plan.shape().key(),
                        shared(plan),
                        filter);
        var parameters = new ArrayList<Object>(
                List.of(key.value(), key.value(), known, known, moment.validOn(), moment.validOn(), known));
        parameters.addAll(conditions.parameters());
        return database.read(jdbc -> jdbc.sql(sql)
                .params(parameters)
                .query((row, _) -> plan.read(row, key, permit.masks()))
                .optional());
    }

    private static String shared(ReadPlan plan) {
        return plan.shape().allColumns("") + ", zt_checked";
    }

    List<RecordVersion> history(ReadPlan plan, RecordKey key, ReadPermit permit) {
        var conditions = new ConditionSql(plan.shape().definition());
        var filter = ReadPlan.filter(conditions, permit);
        var sql = """
            select %1$s, zt_superseded_at, present
            from (
              select %2$s, null::timestamptz as zt_superseded_at, true as present from %3$s
              union all
              select %2$s, zt_superseded_at, false from %4$s) version
            where %5$s = ?%6$s
            order by present desc, zt_recorded_at desc, zt_valid_from desc
            """.formatted(
                        plan.columns(),
                        shared(plan),
                        plan.shape().current(),
                        plan.shape().history(),
                        plan.shape().key(),
                        filter);
        var parameters = new ArrayList<Object>(List.of(key.value()));
        parameters.addAll(conditions.parameters());
        return database.read(jdbc -> new ArrayList<>(jdbc.sql(sql)
                .params(parameters)
                .query((row, _) -> version(plan, row, key, permit))
                .list()));
    }

    private static RecordVersion version(ReadPlan plan, ResultSet row, RecordKey key, ReadPermit permit)
            throws SQLException {
        var superseded = row.getObject("zt_superseded_at", OffsetDateTime.class);
        return new RecordVersion(
                plan.read(row, key, permit.masks()),
                superseded == null ? null : superseded.toInstant(),
                row.getBoolean("present"));
    }
}
