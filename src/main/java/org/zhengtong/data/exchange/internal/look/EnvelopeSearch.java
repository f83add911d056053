package org.zhengtong.data.exchange.internal.look;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.EnvelopeState;

/** Lists and details of envelopes. */
@Component
public class EnvelopeSearch {

    private static final String OUTGOING = """
            select id, true as outgoing, receiver as node, contract, number, kind, purpose,
                   wrapped_secret is not null as confidential, size, pieces,
                   case when ended_at is null
                     then (select count(*) from exchange.piece p where p.envelope = e.id and p.taken) else pieces end as there,
                   state, created_at as at, created_at, valid_until, first_sent_at as sent_at, ended_at, tries, fault, due_at,
                   note_key, note_args, '{}'::text[] as path
            from exchange.envelope e
            """;

    private static final String INCOMING = """
            select id, false as outgoing, sender as node, contract, number, kind, purpose,
                   wrapped_secret is not null as confidential, size, pieces,
                   case when state = 'ARRIVING'
                     then (select count(*) from exchange.arrived_piece p where p.arrival = e.id) else pieces end as there,
                   state, arrived_at as at, created_at, valid_until, null::timestamptz as sent_at, ended_at, tries,
                   case when state = 'WAITING' and tries > 0 then array_to_string(note_args, ' ') else '' end as fault, due_at,
                   case when ended_at is null then '' else note_key end as note_key, note_args, path
            from exchange.arrival e
            """;

    private final JdbcClient jdbc;

    EnvelopeSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    public List<EnvelopeLook> search(EnvelopeQuery query) {
        var select = query.outgoing() ? OUTGOING : INCOMING;
        var node = query.outgoing() ? "receiver" : "sender";
        var at = query.outgoing() ? "created_at" : "arrived_at";
        var state = query.state();
        var before = query.beforeAt();
        return jdbc.sql(select + """
                where (:node = '' or %1$s = :node) and (:contract = '' or contract = :contract)
                  and (:kind = '' or kind = :kind) and (cast(:state as text) is null or state = :state)
                  and (not :open or state in ('WAITING', 'SENT', 'ARRIVING'))
                  and (cast(:before as timestamptz) is null or %2$s < :before or %2$s = :before and id > cast(:id as uuid))
                order by %2$s desc, id
                limit :most
                """.formatted(node, at))
                .param("node", query.node())
                .param("contract", query.contract())
                .param("kind", query.kind())
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("open", query.open())
                .param("before", before == null ? null : before.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", query.beforeId().isEmpty() ? new UUID(0, 0).toString() : query.beforeId())
                .param("most", query.most())
                .query(EnvelopeSearch::toLook)
                .list();
    }

    /** One envelope, at whichever end it is. */
    public Optional<EnvelopeLook> find(UUID id, boolean outgoing) {
        return jdbc.sql((outgoing ? OUTGOING : INCOMING) + " where id = :id")
                .param("id", id)
                .query(EnvelopeSearch::toLook)
                .optional();
    }

    /** The signed header of an envelope that arrived, and the signing certificate it was checked with. */
    @SuppressWarnings("ArrayRecordComponent")
    record SignedHeader(byte[] header, byte[] signature, String keyId) {}

    Optional<SignedHeader> signedHeader(UUID id) {
        return jdbc.sql("select header, signature, key_id from exchange.arrival where id = :id")
                .param("id", id)
                .query((row, number) ->
                        new SignedHeader(row.getBytes("header"), row.getBytes("signature"), row.getString("key_id")))
                .optional();
    }

    /** The sheet with the receipt of an envelope, as a whole frame. */
    Optional<byte[]> receiptSheet(UUID envelope) {
        return jdbc.sql("""
                select s.content from exchange.envelope e join exchange.receipt_sheet s on s.id = e.sheet_id
                where e.id = :id
                """)
                .param("id", envelope)
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }

    private static EnvelopeLook toLook(ResultSet row, int index) throws SQLException {
        return new EnvelopeLook(
                row.getObject("id", UUID.class),
                row.getBoolean("outgoing"),
                row.getString("node"),
                row.getString("contract"),
                row.getObject("number", Long.class),
                row.getString("kind"),
                row.getString("purpose"),
                row.getBoolean("confidential"),
                row.getLong("size"),
                row.getInt("pieces"),
                row.getInt("there"),
                EnvelopeState.valueOf(row.getString("state")),
                required(row, "at"),
                required(row, "created_at"),
                required(row, "valid_until"),
                instant(row, "sent_at"),
                instant(row, "ended_at"),
                row.getInt("tries"),
                row.getString("fault"),
                instant(row, "due_at"),
                row.getString("note_key"),
                texts(row.getArray("note_args")),
                texts(row.getArray("path")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static Instant required(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
