package org.zhengtong.data.exchange.internal.incoming;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.data.exchange.EnvelopeState;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.ReceiptNote;
import org.zhengtong.data.exchange.internal.frame.ReceiptLine;
import org.zhengtong.data.exchange.internal.frame.SeenFrame;

/** Envelopes that arrive, in {@code exchange.arrival} and {@code exchange.arrived_piece}: the ledger of what was applied. */
@Component
class ArrivalStore {

    private final JdbcClient jdbc;

    ArrivalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A piece that arrived, its frame without fault. */
    record Piece(SeenFrame seen, EnvelopeState state, Instant at) {}

    /** Opens the envelopes of these pieces; says which were not there before. Each envelope once. */
    Set<UUID> open(List<Piece> pieces, List<String> path) {
        var opened = new HashSet<UUID>();
        jdbc.sql("""
            insert into exchange.arrival
              (id, sender, contract, number, kind, purpose, priority, suite, wrapped_secret, size, digest, pieces, state,
               created_at, valid_until, arrived_at, due_at, header, signature, key_id, path)
            select id, sender, contract, number, kind, purpose, priority, suite, secret, size, digest, pieces, state,
                   created_at, valid_until, :at, :at, header, signature, key_id, cast(:path as text[])
            from unnest(cast(:ids as uuid[]), cast(:senders as text[]), cast(:contracts as text[]),
                        cast(:numbers as bigint[]), cast(:kinds as text[]), cast(:purposes as text[]),
                        cast(:priorities as smallint[]), cast(:suites as text[]), cast(:secrets as bytea[]),
                        cast(:sizes as bigint[]), cast(:digests as text[]), cast(:counts as integer[]),
                        cast(:states as text[]), cast(cast(:created as text[]) as timestamptz[]), cast(cast(:until as text[]) as timestamptz[]),
                        cast(:headers as bytea[]), cast(:signatures as bytea[]), cast(:keys as text[]))
              as f (id, sender, contract, number, kind, purpose, priority, suite, secret, size, digest, pieces, state,
                    created_at, valid_until, header, signature, key_id)
            on conflict do nothing
            returning id
            """)
                .param("at", utc(pieces.getFirst().at()))
                .param("path", path.toArray(String[]::new))
                .param("ids", each(pieces, piece -> piece.seen().id(), new UUID[0]))
                .param("senders", each(pieces, piece -> piece.seen().good().sender(), new String[0]))
                .param(
                        "contracts",
                        each(pieces, piece -> piece.seen().good().line().contract(), new String[0]))
                .param(
                        "numbers",
                        each(pieces, piece -> piece.seen().good().line().number(), new Long[0]))
                .param("kinds", each(pieces, piece -> piece.seen().good().line().kind(), new String[0]))
                .param(
                        "purposes",
                        each(pieces, piece -> piece.seen().good().line().purpose(), new String[0]))
                .param(
                        "priorities",
                        each(
                                pieces,
                                piece -> piece.seen().good().line().priority().ordinal(),
                                new Integer[0]))
                .param(
                        "suites",
                        each(pieces, piece -> piece.seen().good().suite().name(), new String[0]))
                .param("secrets", each(pieces, ArrivalStore::secret, new byte[0][]))
                .param("sizes", each(pieces, piece -> piece.seen().good().line().size(), new Long[0]))
                .param(
                        "digests",
                        each(pieces, piece -> piece.seen().good().line().digest(), new String[0]))
                .param(
                        "counts",
                        each(pieces, piece -> piece.seen().good().line().pieces(), new Integer[0]))
                .param("states", each(pieces, piece -> piece.state().name(), new String[0]))
                .param(
                        "created",
                        each(
                                pieces,
                                piece -> piece.seen().good().line().createdAt().toString(),
                                new String[0]))
                .param(
                        "until",
                        each(
                                pieces,
                                piece -> piece.seen().good().line().validUntil().toString(),
                                new String[0]))
                .param("headers", each(pieces, piece -> piece.seen().frame().header(), new byte[0][]))
                .param("signatures", each(pieces, piece -> piece.seen().frame().signature(), new byte[0][]))
                .param("keys", each(pieces, piece -> piece.seen().good().key(), new String[0]))
                .query((row, number) -> opened.add(row.getObject("id", UUID.class)))
                .list();
        return opened;
    }

    private static byte @Nullable [] secret(Piece piece) {
        var wrapped = piece.seen().good().line().wrappedSecret();
        return wrapped == null ? null : Base64.getDecoder().decode(wrapped);
    }

    @SuppressWarnings("unchecked")
    private static <T> T[] each(
            List<Piece> pieces, java.util.function.Function<Piece, ? extends @Nullable Object> value, T[] none) {
        return (T[]) pieces.stream().map(value).toArray(size -> java.util.Arrays.copyOf(none, size));
    }

    /** Keeps the contents of pieces; those that are here already stay as they are. */
    void keep(List<SeenFrame> pieces) {
        jdbc.sql("""
            insert into exchange.arrived_piece (arrival, number, content)
            select * from unnest(cast(:ids as uuid[]), cast(:numbers as integer[]), cast(:contents as bytea[]))
            on conflict do nothing
            """)
                .param("ids", pieces.stream().map(SeenFrame::id).toArray(UUID[]::new))
                .param(
                        "numbers",
                        pieces.stream()
                                .map(piece -> piece.good().line().piece())
                                .toArray(Integer[]::new))
                .param(
                        "contents",
                        pieces.stream().map(piece -> piece.frame().content()).toArray(byte[][]::new))
                .update();
    }

    /** What is known of an envelope when a piece of it comes again. */
    record Known(UUID id, EnvelopeState state, String digest, int pieces, long size, TrustSuite suite) {}

    Optional<Known> find(UUID id, String sender) {
        return jdbc.sql("""
            select id, state, digest, pieces, size, suite from exchange.arrival
            where id = :id and sender = :sender
            for update
            """)
                .param("id", id)
                .param("sender", sender)
                .query((row, number) -> new Known(
                        row.getObject("id", UUID.class),
                        EnvelopeState.valueOf(row.getString("state")),
                        row.getString("digest"),
                        row.getInt("pieces"),
                        row.getLong("size"),
                        TrustSuite.valueOf(row.getString("suite"))))
                .optional();
    }

    int piecesHere(UUID id) {
        return jdbc.sql("select count(*) from exchange.arrived_piece where arrival = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    byte[] piece(UUID id, int number) {
        return jdbc.sql("select content from exchange.arrived_piece where arrival = :id and number = :number")
                .param("id", id)
                .param("number", number)
                .query((row, at) -> row.getBytes("content"))
                .single();
    }

    /** The contents of envelopes that have one piece only, by envelope. */
    Map<UUID, byte[]> onlyPieces(List<UUID> ids) {
        var found = new HashMap<UUID, byte[]>();
        jdbc.sql("select arrival, content from exchange.arrived_piece where arrival = any(:ids) and number = 1")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> found.put(row.getObject("arrival", UUID.class), row.getBytes("content")))
                .list();
        return found;
    }

    void become(UUID id, EnvelopeState state, Instant dueAt) {
        jdbc.sql("update exchange.arrival set state = :state, due_at = :due where id = :id")
                .param("id", id)
                .param("state", state.name())
                .param("due", utc(dueAt))
                .update();
    }

    /** The sender may not have heard of them: it gets the receipts once more. */
    void tellAgain(List<UUID> ids) {
        jdbc.sql("update exchange.arrival set receipt_due = true where id = any(:ids) and ended_at is not null")
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /** An envelope whose turn it is, or that only has to be counted. */
    @SuppressWarnings("ArrayRecordComponent")
    record Turn(
            UUID id,
            String sender,
            String contract,
            long number,
            String kind,
            String purpose,
            EnvelopeState state,
            TrustSuite suite,
            byte @Nullable [] wrappedSecret,
            long size,
            int pieces,
            int tries,
            Instant createdAt) {}

    /** What stands in a channel from a number on without a gap, as far as it is here whole and due. */
    List<Turn> inTurn(ChannelStore.Channel channel, long from, Instant now, int most) {
        return jdbc.sql("""
            select * from (
              select id, sender, contract, number, kind, purpose, state, suite, wrapped_secret, size, pieces, tries,
                     created_at, row_number() over (order by number) as place,
                     bool_and(state in ('WAITING', 'EXPIRED', 'WITHDRAWN', 'REFUSED') and due_at <= :now)
                       over (order by number) as ready
              from (select * from exchange.arrival
                    where sender = :sender and contract = :contract and number >= :from
                    order by number
                    limit :most) as next) as placed
            where number = :from + place - 1 and ready
            order by number
            """)
                .param("sender", channel.sender())
                .param("contract", channel.contract())
                .param("from", from)
                .param("now", utc(now))
                .param("most", most)
                .query(ArrivalStore::toTurn)
                .list();
    }

    private static Turn toTurn(ResultSet row, int number) throws SQLException {
        return new Turn(
                row.getObject("id", UUID.class),
                row.getString("sender"),
                row.getString("contract"),
                row.getLong("number"),
                row.getString("kind"),
                row.getString("purpose"),
                EnvelopeState.valueOf(row.getString("state")),
                TrustSuite.valueOf(row.getString("suite")),
                row.getBytes("wrapped_secret"),
                row.getLong("size"),
                row.getInt("pieces"),
                row.getInt("tries"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    /** What came of an envelope. */
    record End(UUID id, EnvelopeState state, ReceiptNote note) {}

    /** Ends envelopes: their receipts are due, their payloads go unless nobody has taken them. */
    void end(List<End> ends, Instant now) {
        jdbc.sql("""
            with ended as (
              update exchange.arrival as a
              set state = e.state, note_key = e.key, note_args = string_to_array(e.args, chr(31)), ended_at = :now,
                  receipt_due = true
              from unnest(cast(:ids as uuid[]), cast(:states as text[]), cast(:keys as text[]), cast(:args as text[]))
                as e (id, state, key, args)
              where a.id = e.id
              returning a.id, a.state)
            delete from exchange.arrived_piece where arrival in (select id from ended where state <> 'KEPT')
            """)
                .param("ids", ends.stream().map(End::id).toArray(UUID[]::new))
                .param("states", ends.stream().map(end -> end.state().name()).toArray(String[]::new))
                .param("keys", ends.stream().map(end -> end.note().key()).toArray(String[]::new))
                .param(
                        "args",
                        ends.stream()
                                .map(end -> String.join("\u001f", end.note().args()))
                                .toArray(String[]::new))
                .param("now", utc(now))
                .update();
    }

    void failed(UUID id, String why, Instant dueAt) {
        jdbc.sql("""
            update exchange.arrival
            set tries = tries + 1, due_at = :due, note_key = 'exchange.note.failed', note_args = array[cast(:why as text)]
            where id = :id
            """)
                .param("id", id)
                .param("why", why, Types.VARCHAR)
                .param("due", utc(dueAt))
                .update();
    }

    /** Receipts due to a node; they count as told with this. */
    List<ReceiptLine> tell(NodeCode sender, int most) {
        return jdbc.sql("""
            update exchange.arrival set receipt_due = false
            where id in (select id from exchange.arrival where sender = :sender and receipt_due limit :most
                         for update skip locked)
            returning id, state, note_key, note_args, ended_at
            """)
                .param("sender", sender.value())
                .param("most", most)
                .query((row, number) -> new ReceiptLine(
                        row.getObject("id", UUID.class),
                        EnvelopeState.valueOf(row.getString("state")),
                        row.getString("note_key"),
                        List.of((String[]) row.getArray("note_args").getArray()),
                        row.getObject("ended_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
