package org.zhengtong.data.connectors.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.connectors.Contract;
import org.zhengtong.data.connectors.Contract.SourceColumn;
import org.zhengtong.data.connectors.Mapping;
import org.zhengtong.data.registers.RegisterCode;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Contracts and the versions of their mappings. */
@Component
public class ContractStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<SourceColumn>> COLUMNS = new TypeReference<>() {};
    private static final TypeReference<List<Mapping.Rule>> RULES = new TypeReference<>() {};
    private static final String SELECT = """
            select id, source_id, name, register, reading, schedule, window_from, window_to, rows_per_second, expect_minutes, paused,
                   columns, watermark, next_at, since, changed_at, changed_by
            from connectors.contract
            """;

    private final JdbcClient jdbc;

    ContractStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long insert(long source, Contract.Draft draft, Instant at, String by) {
        return written("""
                insert into connectors.contract
                  (source_id, name, register, reading, schedule, window_from, window_to, rows_per_second, expect_minutes, since,
                   changed_at, changed_by)
                values (:source, :name, :register, cast(:reading as jsonb), :schedule, :from, :to, :rows, :expect, :at, :at, :by)
                returning id
                """, draft, at, by)
                .param("source", source)
                .query(Long.class)
                .single();
    }

    /** A contract that reads another way begins anew; its watermark would mean something else. */
    public void update(long id, Contract.Draft draft, Instant at, String by) {
        written("""
                update connectors.contract
                set watermark = case when reading = cast(:reading as jsonb) then watermark else '' end,
                    name = :name, register = :register, reading = cast(:reading as jsonb), schedule = :schedule, window_from = :from,
                    window_to = :to, rows_per_second = :rows, expect_minutes = :expect, since = :at, told_at = null,
                    changed_at = :at, changed_by = :by
                where id = :id
                """, draft, at, by).param("id", id).update();
    }

    private JdbcClient.StatementSpec written(String sql, Contract.Draft draft, Instant at, String by) {
        var plan = draft.plan();
        var window = plan.window();
        return jdbc.sql(sql)
                .param("name", draft.name())
                .param("register", draft.register().value())
                .param("reading", JSON.writeValueAsString(draft.reading()))
                .param("schedule", plan.schedule())
                .param("from", window == null ? null : window.from())
                .param("to", window == null ? null : window.to())
                .param("rows", plan.rowsPerSecond())
                .param("expect", plan.expect().toMinutes())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by);
    }

    public void pause(long id, boolean paused, Instant at) {
        jdbc.sql("update connectors.contract set paused = :paused, since = :at, told_at = null where id = :id")
                .param("id", id)
                .param("paused", paused)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void plan(long id, @Nullable Instant next) {
        jdbc.sql("update connectors.contract set next_at = :next where id = :id")
                .param("id", id)
                .param("next", next == null ? null : next.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Where the last run ended, and that it was heard of. */
    public void advance(long id, String watermark, Instant heardAt, boolean rows) {
        jdbc.sql("""
                update connectors.contract
                set watermark = :watermark, since = case when :rows then :at else since end,
                    told_at = case when :rows then null else told_at end
                where id = :id
                """)
                .param("id", id)
                .param("watermark", watermark)
                .param("rows", rows)
                .param("at", heardAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<Contract> find(long id) {
        return one(" where id = :id", id);
    }

    /** Holds the contract's row until the transaction ends. */
    public Optional<Contract> lock(long id) {
        return one(" where id = :id for update", id);
    }

    private Optional<Contract> one(String where, long id) {
        return jdbc.sql(SELECT + where)
                .param("id", id)
                .query(ContractStore::toContract)
                .optional();
    }

    public List<Contract> of(List<Long> sources) {
        return jdbc.sql(SELECT + " where source_id = any(:sources) order by source_id, id")
                .param("sources", sources.toArray(Long[]::new))
                .query(ContractStore::toContract)
                .list();
    }

    public List<Contract> due(Instant now) {
        return jdbc.sql(SELECT + " where next_at <= :now and not paused order by next_at")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(ContractStore::toContract)
                .list();
    }

    /** Marks those as told from which nothing came for longer than expected, and returns them. */
    public List<Contract> tellSilent(Instant now) {
        var ids = jdbc.sql("""
                update connectors.contract
                set told_at = :now
                where expect_minutes > 0 and not paused and told_at is null
                  and since + expect_minutes * interval '1 minute' < :now
                returning id
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list();
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " where id = any(:ids)")
                        .param("ids", ids.toArray(Long[]::new))
                        .query(ContractStore::toContract)
                        .list();
    }

    /** Keeps the next version of a mapping with the columns it was made for. */
    public int map(long id, List<Mapping.Rule> rules, List<SourceColumn> columns, Instant at, String by) {
        jdbc.sql("update connectors.contract set columns = cast(:columns as jsonb) where id = :id")
                .param("id", id)
                .param("columns", JSON.writeValueAsString(columns))
                .update();
        return jdbc.sql("""
                insert into connectors.mapping (contract_id, version, rules, saved_at, saved_by)
                select :id, coalesce(max(version), 0) + 1, cast(:rules as jsonb), :at, :by
                from connectors.mapping
                where contract_id = :id
                returning version
                """)
                .param("id", id)
                .param("rules", JSON.writeValueAsString(rules))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .query(Integer.class)
                .single();
    }

    /** All versions of a mapping, newest first. */
    public List<Mapping> mappings(long id) {
        return jdbc.sql("""
                select version, rules, saved_at, saved_by
                from connectors.mapping
                where contract_id = :id
                order by version desc
                """)
                .param("id", id)
                .query((row, _) -> new Mapping(
                        row.getInt("version"),
                        JSON.readValue(row.getString("rules"), RULES),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                        row.getString("saved_by")))
                .list();
    }

    public Optional<Mapping> mapping(long id) {
        return mappings(id).stream().findFirst();
    }

    private static Contract toContract(ResultSet row, int number) throws SQLException {
        var from = row.getObject("window_from", LocalTime.class);
        var next = row.getObject("next_at", OffsetDateTime.class);
        return new Contract(
                row.getLong("id"),
                row.getLong("source_id"),
                new Contract.Draft(
                        row.getString("name"),
                        new RegisterCode(row.getString("register")),
                        JSON.readValue(row.getString("reading"), TEXTS),
                        new Contract.Plan(
                                row.getString("schedule"),
                                from == null
                                        ? null
                                        : new Contract.Window(from, row.getObject("window_to", LocalTime.class)),
                                row.getInt("rows_per_second"),
                                Duration.ofMinutes(row.getLong("expect_minutes")))),
                row.getBoolean("paused"),
                JSON.readValue(row.getString("columns"), COLUMNS),
                row.getString("watermark"),
                next == null ? null : next.toInstant(),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"));
    }
}
