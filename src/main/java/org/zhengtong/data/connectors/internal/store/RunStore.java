package org.zhengtong.data.connectors.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.data.connectors.Run;
import org.zhengtong.data.registers.LoadReport.Counts;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Runs, files that were taken, and requests that were pushed. */
@Component
public class RunStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<JobNote>> NOTES = new TypeReference<>() {};
    private static final String SELECT = """
            select id, contract_id, mapping_version, state, slice, again_of, chunk, work_id, load_id, read, written, unchanged,
                   set_aside, notes, valid_from, started_by, started_at, ended_at
            from connectors.run
            """;

    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long insert(long contract, Run.@Nullable Again again, LocalDate validFrom, Instant at, String by) {
        return jdbc.sql("""
                insert into connectors.run
                  (contract_id, mapping_version, state, slice, again_of, chunk, valid_from, started_by, started_at)
                values (:contract, 0, 'WAITING', (select slice from connectors.run where id = :again), :again, :chunk, :validFrom, :by,
                        :at)
                returning id
                """)
                .param("contract", contract)
                .param("again", again == null ? null : again.run(), java.sql.Types.BIGINT)
                .param("chunk", again == null ? null : again.chunk(), java.sql.Types.INTEGER)
                .param("validFrom", validFrom)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    public void work(long run, WorkId work) {
        jdbc.sql("update connectors.run set work_id = :work, state = 'WAITING' where id = :run")
                .param("run", run)
                .param("work", work.value())
                .update();
    }

    public void begin(long run, int mapping) {
        jdbc.sql("""
                update connectors.run
                set state = 'RUNNING', mapping_version = :mapping, notes = '[]'
                where id = :run and ended_at is null
                """).param("run", run).param("mapping", mapping).update();
    }

    public void slice(long run, String slice) {
        jdbc.sql("update connectors.run set slice = :slice where id = :run and slice is null")
                .param("run", run)
                .param("slice", slice)
                .update();
    }

    /** The load of a run and what it has come to so far. */
    public void loaded(long run, long load, Counts counts) {
        jdbc.sql("""
                update connectors.run
                set load_id = :load, read = :read, written = :written, unchanged = :unchanged, set_aside = :setAside
                where id = :run
                """)
                .param("run", run)
                .param("load", load)
                .param("read", counts.read())
                .param("written", counts.written())
                .param("unchanged", counts.unchanged())
                .param("setAside", counts.setAside())
                .update();
    }

    public void note(long run, List<JobNote> notes) {
        jdbc.sql("update connectors.run set notes = notes || cast(:notes as jsonb) where id = :run")
                .param("run", run)
                .param("notes", JSON.writeValueAsString(notes))
                .update();
    }

    public void move(long run, Run.State state, Instant at) {
        jdbc.sql("""
                update connectors.run
                set state = :state, ended_at = cast(:ended as timestamptz)
                where id = :run and ended_at is null
                """)
                .param("run", run)
                .param("state", state.name())
                .param("ended", state.ended() ? at.atOffset(ZoneOffset.UTC) : null)
                .update();
    }

    public Optional<Run> find(long run) {
        return jdbc.sql(SELECT + " where id = :run")
                .param("run", run)
                .query(RunStore::toRun)
                .optional();
    }

    /** The run of a contract that has not come to its end. */
    public Optional<Run> open(long contract) {
        return jdbc.sql(SELECT + " where contract_id = :contract and ended_at is null")
                .param("contract", contract)
                .query(RunStore::toRun)
                .optional();
    }

    public List<Run> list(long contract, @Nullable Long before, int most) {
        return jdbc.sql(SELECT + """
                 where contract_id = :contract and id < :before
                order by id desc
                limit :most
                """)
                .param("contract", contract)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("most", most)
                .query(RunStore::toRun)
                .list();
    }

    /** The latest run of each contract. */
    public List<Run> latest(List<Long> contracts) {
        return jdbc.sql(SELECT + """
                 where id in (select max(id) from connectors.run where contract_id = any(:contracts) group by contract_id)
                """)
                .param("contracts", contracts.toArray(Long[]::new))
                .query(RunStore::toRun)
                .list();
    }

    public List<Run> agains(long run) {
        return jdbc.sql(SELECT + " where again_of = :run order by id")
                .param("run", run)
                .query(RunStore::toRun)
                .list();
    }

    /** Rows that came by each contract since a moment. */
    public List<Flow> flows(List<Long> contracts, Instant since) {
        return jdbc.sql("""
                select contract_id, sum(read)::bigint as read, count(*) as runs,
                       count(*) filter (where state in ('FAILED', 'INTERRUPTED')) as broken
                from connectors.run
                where contract_id = any(:contracts) and started_at >= :since
                group by contract_id
                """)
                .param("contracts", contracts.toArray(Long[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Flow(
                        row.getLong("contract_id"), row.getLong("read"), row.getLong("runs"), row.getLong("broken")))
                .list();
    }

    /** What came by a contract in a time. */
    public record Flow(long contract, long rows, long runs, long broken) {}

    private static Run toRun(ResultSet row, int number) throws SQLException {
        var again = row.getObject("again_of", Long.class);
        var work = row.getObject("work_id", Long.class);
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Run(
                row.getLong("id"),
                row.getLong("contract_id"),
                row.getInt("mapping_version"),
                Run.State.valueOf(row.getString("state")),
                row.getString("slice"),
                again == null ? null : new Run.Again(again, row.getInt("chunk")),
                work == null ? null : new WorkId(work),
                row.getObject("load_id", Long.class),
                new Counts(
                        row.getLong("read"),
                        row.getLong("written"),
                        row.getLong("unchanged"),
                        row.getLong("set_aside")),
                JSON.readValue(row.getString("notes"), NOTES),
                row.getObject("valid_from", LocalDate.class),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
