package org.zhengtong.data.registers.internal.loading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.registers.LoadReport;
import org.zhengtong.data.registers.LoadReport.Counts;
import org.zhengtong.data.registers.LoadReport.Receipt;
import org.zhengtong.data.registers.LoadRequest;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterLoading.ChunkLine;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Loads and their ledger of chunks. */
@Component
class LoadStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT = """
            select l.id, l.register, l.reference, l.source_name, l.valid_from, l.state, l.digest_in, l.digest_stored, l.receipt,
                   l.receipt_algorithm, l.receipt_key, l.receipt_signature, l.started_by, l.started_at, l.ended_at,
                   coalesce(c.read, 0) as read, coalesce(c.written, 0) as written, coalesce(c.unchanged, 0) as unchanged,
                   coalesce(c.set_aside, 0) as set_aside
            from registers.load l
            left join lateral (
              select sum(read)::bigint as read, sum(written)::bigint as written, sum(unchanged)::bigint as unchanged,
                     sum(set_aside)::bigint as set_aside
              from registers.load_chunk
              where load_id = l.id) c on true
            """;

    private final JdbcClient jdbc;

    LoadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a load stands: chunks and rows done, and where the source goes on. */
    record Place(int chunks, long rows, String cursor) {}

    /** One line of the ledger. */
    record Line(int number, long firstRow, Counts counts, String digestIn, String digestStored, String cursor) {}

    /** Opens a load, or finds the one of this reference. */
    long open(LoadRequest request, Map<String, String> columns, Instant at) {
        return jdbc.sql("""
                insert into registers.load (register, reference, source_name, columns, valid_from, state, started_by, started_at)
                values (:register, :reference, :from, cast(:columns as jsonb), :validFrom, 'RUNNING', :by, :at)
                on conflict (register, reference) do update
                set state = case when load.state = 'DONE' then 'DONE' else 'RUNNING' end,
                    columns = case when exists (select from registers.load_chunk where load_id = load.id) then load.columns
                              else excluded.columns end
                returning id
                """)
                .param("register", request.register().value())
                .param("reference", request.reference())
                .param("from", request.from())
                .param("columns", JSON.writeValueAsString(columns))
                .param("validFrom", request.validFrom())
                .param("by", request.by().name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Item and column as the first chunk was loaded. */
    Map<String, String> columns(long load) {
        var written = jdbc.sql("select columns from registers.load where id = :load")
                .param("load", load)
                .query(String.class)
                .single();
        return JSON.readValue(written, new TypeReference<Map<String, String>>() {});
    }

    Place place(long load) {
        return jdbc.sql("""
                select count(*) as chunks, coalesce(sum(read), 0) as rows,
                       coalesce((array_agg(cursor order by number desc))[1], '') as cursor
                from registers.load_chunk
                where load_id = :load
                """)
                .param("load", load)
                .query((row, _) -> new Place(row.getInt("chunks"), row.getLong("rows"), row.getString("cursor")))
                .single();
    }

    void add(long load, Line line, Instant at) {
        jdbc.sql("""
                insert into registers.load_chunk
                  (load_id, number, first_row, read, written, unchanged, set_aside, digest_in, digest_stored, cursor, at)
                values (:load, :number, :firstRow, :read, :written, :unchanged, :setAside, :digestIn, :digestStored, :cursor, :at)
                """)
                .param("load", load)
                .param("number", line.number())
                .param("firstRow", line.firstRow())
                .param("read", line.counts().read())
                .param("written", line.counts().written())
                .param("unchanged", line.counts().unchanged())
                .param("setAside", line.counts().setAside())
                .param("digestIn", line.digestIn())
                .param("digestStored", line.digestStored())
                .param("cursor", line.cursor())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<ChunkLine> chunks(long load) {
        return jdbc.sql("""
                select number, first_row, read, written, unchanged, set_aside, digest_in, digest_stored, cursor, at
                from registers.load_chunk
                where load_id = :load
                order by number
                """)
                .param("load", load)
                .query((row, _) -> new ChunkLine(
                        row.getInt("number"),
                        row.getLong("first_row"),
                        new Counts(
                                row.getLong("read"),
                                row.getLong("written"),
                                row.getLong("unchanged"),
                                row.getLong("set_aside")),
                        row.getString("digest_in"),
                        row.getString("digest_stored"),
                        row.getString("cursor"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The chunks' digests one below the other, as read and as stored. */
    List<String[]> digests(long load) {
        return jdbc.sql(
                        "select digest_in, digest_stored from registers.load_chunk where load_id = :load order by number")
                .param("load", load)
                .query((row, _) -> new String[] {row.getString("digest_in"), row.getString("digest_stored")})
                .list();
    }

    void finish(long load, String digestIn, String digestStored, Receipt receipt, Instant at) {
        jdbc.sql("""
                update registers.load
                set state = 'DONE', digest_in = :digestIn, digest_stored = :digestStored, receipt = :receipt,
                    receipt_algorithm = :algorithm, receipt_key = :key, receipt_signature = :signature, ended_at = :at
                where id = :load
                """)
                .param("load", load)
                .param("digestIn", digestIn)
                .param("digestStored", digestStored)
                .param("receipt", receipt.text())
                .param("algorithm", receipt.algorithm())
                .param("key", receipt.keyId())
                .param("signature", receipt.signature())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void cancel(long load, Instant at) {
        jdbc.sql("update registers.load set state = 'CANCELED', ended_at = :at where id = :load and state = 'RUNNING'")
                .param("load", load)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<LoadReport> find(long load) {
        return jdbc.sql(SELECT + " where l.id = :load")
                .param("load", load)
                .query(LoadStore::toReport)
                .optional();
    }

    Optional<LoadReport> find(RegisterCode register, String reference) {
        return jdbc.sql(SELECT + " where l.register = :register and l.reference = :reference")
                .param("register", register.value())
                .param("reference", reference)
                .query(LoadStore::toReport)
                .optional();
    }

    List<LoadReport> list(RegisterCode register, @Nullable Long before, int most) {
        return jdbc.sql(SELECT + """
                 where l.register = :register and l.id < :before
                order by l.id desc
                limit :most
                """)
                .param("register", register.value())
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("most", most)
                .query(LoadStore::toReport)
                .list();
    }

    private static LoadReport toReport(ResultSet row, int number) throws SQLException {
        var endedAt = row.getObject("ended_at", OffsetDateTime.class);
        var receipt = row.getString("receipt");
        return new LoadReport(
                row.getLong("id"),
                new RegisterCode(row.getString("register")),
                row.getString("reference"),
                row.getString("source_name"),
                LoadReport.State.valueOf(row.getString("state")),
                new Counts(
                        row.getLong("read"),
                        row.getLong("written"),
                        row.getLong("unchanged"),
                        row.getLong("set_aside")),
                row.getString("digest_in"),
                row.getString("digest_stored"),
                row.getObject("valid_from", LocalDate.class),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                endedAt == null ? null : endedAt.toInstant(),
                receipt == null
                        ? null
                        : new Receipt(
                                receipt,
                                row.getString("receipt_algorithm"),
                                row.getString("receipt_key"),
                                row.getString("receipt_signature")));
    }
}
