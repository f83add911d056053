package org.zhengtong.data.exchange.internal.outgoing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.EnvelopeRequest;
import org.zhengtong.data.exchange.EnvelopeState;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.Priority;
import org.zhengtong.data.exchange.internal.frame.EnvelopeLine;
import org.zhengtong.data.exchange.internal.frame.ReceiptLine;

/** Envelopes that leave, in {@code exchange.envelope} and {@code exchange.piece}. */
@Component
public class OutgoingStore {

    private final JdbcClient jdbc;

    OutgoingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An envelope before its payload is measured. */
    @SuppressWarnings("ArrayRecordComponent")
    record NewEnvelope(
            UUID id, EnvelopeRequest request, byte @Nullable [] wrappedSecret, Instant createdAt, Instant validUntil) {}

    /** A payload after it was cut. */
    record Written(long size, String digest, int pieces) {}

    /** Opens an envelope with its first piece; more pieces and the whole measure may follow. */
    void open(NewEnvelope fresh, byte[] first, Written written) {
        var request = fresh.request();
        jdbc.sql("""
                with opened as (
                  insert into exchange.envelope
                    (id, receiver, contract, kind, purpose, priority, wrapped_secret, size, digest, pieces, state, created_at,
                     valid_until, due_at)
                  values (:id, :receiver, :contract, :kind, :purpose, :priority, :secret, :size, :digest, :pieces, 'WAITING',
                          :at, :until, :at))
                insert into exchange.piece (envelope, number, content) values (:id, 1, :content)
                """)
                .param("id", fresh.id())
                .param("receiver", request.receiver().value())
                .param("contract", request.contract())
                .param("kind", request.kind())
                .param("purpose", request.purpose())
                .param("priority", request.priority().ordinal())
                .param("secret", fresh.wrappedSecret(), Types.BINARY)
                .param("size", written.size())
                .param("digest", written.digest())
                .param("pieces", written.pieces())
                .param("at", utc(fresh.createdAt()))
                .param("until", utc(fresh.validUntil()))
                .param("content", first)
                .update();
    }

    void addPiece(UUID id, int number, byte[] content) {
        jdbc.sql("insert into exchange.piece (envelope, number, content) values (:id, :number, :content)")
                .param("id", id)
                .param("number", number)
                .param("content", content)
                .update();
    }

    void measured(UUID id, Written written) {
        jdbc.sql("update exchange.envelope set size = :size, digest = :digest, pieces = :pieces where id = :id")
                .param("id", id)
                .param("size", written.size())
                .param("digest", written.digest())
                .param("pieces", written.pieces())
                .update();
    }

    /** Gives the next numbers of their channels to what was committed since, in the order of sending; says how many. */
    int number(NodeCode receiver, int most) {
        return jdbc.sql("""
                with fresh as (
                  select id, contract, row_number() over (partition by contract order by sequence) as place
                  from (select id, contract, sequence from exchange.envelope
                        where receiver = :receiver and number is null
                        order by sequence
                        limit :most) as unnumbered),
                counted as (
                  insert into exchange.channel_out (receiver, contract, next_number)
                  select :receiver, contract, 1 + count(*) from fresh group by contract
                  on conflict (receiver, contract) do update
                  set next_number = channel_out.next_number + excluded.next_number - 1
                  returning contract, next_number)
                update exchange.envelope as e
                set number = c.next_number - n.many + f.place - 1
                from fresh f
                join counted c on c.contract = f.contract
                join (select contract, count(*) as many from fresh group by contract) n on n.contract = f.contract
                where e.id = f.id
                """)
                .param("receiver", receiver.value())
                .param("most", most)
                .update();
    }

    /** A piece that is to leave, with what its header says. */
    @SuppressWarnings("ArrayRecordComponent")
    public record DuePiece(UUID id, NodeCode receiver, EnvelopeLine line, byte[] content) {}

    /** What is due for a node, the most urgent first, until so many pieces or octets. */
    List<DuePiece> due(NodeCode receiver, Instant now, int most, long bytes) {
        return jdbc.sql("""
                select *
                from (
                  select e.*, false as given_up, p.number as piece, p.content,
                         sum(octet_length(p.content)) over (
                           order by e.priority desc, e.sequence, p.number rows unbounded preceding)
                           - octet_length(p.content) as before
                  from (select id, sequence, contract, number, kind, purpose, priority, created_at, valid_until, size, digest,
                               pieces, wrapped_secret
                        from exchange.envelope
                        where receiver = :receiver and state = 'WAITING' and due_at <= :now and number is not null
                        order by priority desc, due_at, sequence
                        limit :most) as e
                  join exchange.piece p on p.envelope = e.id and not p.taken) as waiting
                where before < :bytes
                order by priority desc, sequence, piece
                limit :most
                """)
                .param("receiver", receiver.value())
                .param("now", utc(now))
                .param("bytes", bytes)
                .param("most", most)
                .query((row, number) -> toPiece(receiver, row))
                .list();
    }

    /** Places that were given up and that the receiver still has to hear of. */
    List<DuePiece> givenUp(NodeCode receiver, Instant now, int most) {
        return jdbc.sql("""
                select id, contract, number, kind, purpose, priority, created_at, valid_until, 0 as size, '' as digest,
                       1 as pieces, wrapped_secret, true as given_up, 1 as piece, ''::bytea as content
                from exchange.envelope
                where receiver = :receiver and state in ('EXPIRED', 'WITHDRAWN') and ended_at is null and due_at <= :now
                  and number is not null
                order by sequence
                limit :most
                """)
                .param("receiver", receiver.value())
                .param("now", utc(now))
                .param("most", most)
                .query((row, number) -> toPiece(receiver, row))
                .list();
    }

    private static DuePiece toPiece(NodeCode receiver, ResultSet row) throws SQLException {
        var secret = row.getBytes("wrapped_secret");
        var givenUp = row.getBoolean("given_up");
        return new DuePiece(
                row.getObject("id", UUID.class),
                receiver,
                new EnvelopeLine(
                        row.getString("contract"),
                        row.getLong("number"),
                        row.getString("kind"),
                        row.getString("purpose"),
                        Priority.values()[row.getInt("priority")],
                        instant(row, "created_at"),
                        instant(row, "valid_until"),
                        row.getLong("size"),
                        row.getString("digest"),
                        row.getInt("piece"),
                        row.getInt("pieces"),
                        secret == null || givenUp ? null : Base64.getEncoder().encodeToString(secret),
                        givenUp),
                row.getBytes("content"));
    }

    /** These pieces are at the receiver, or out on the ferry. */
    void taken(NodeCode receiver, List<UUID> ids, List<Integer> numbers) {
        jdbc.sql("""
                update exchange.piece as p
                set taken = true
                from unnest(cast(:ids as uuid[]), cast(:numbers as integer[])) as t (id, number),
                     exchange.envelope e
                where p.envelope = t.id and p.number = t.number and e.id = t.id and e.receiver = :receiver
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("numbers", numbers.toArray(Integer[]::new))
                .param("receiver", receiver.value())
                .update();
    }

    /** Envelopes of which all pieces left: their receipts are awaited until then. */
    void sent(NodeCode receiver, List<UUID> ids, Instant now, Instant dueAt) {
        jdbc.sql("""
                update exchange.envelope as e
                set state = case when state = 'WAITING' then 'SENT' else state end, sent_at = :now, due_at = :due,
                    first_sent_at = coalesce(first_sent_at, :now), tries = tries + 1, fault = ''
                where e.id = any(:ids) and e.receiver = :receiver and e.ended_at is null
                  and not exists (select from exchange.piece p where p.envelope = e.id and not p.taken)
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("receiver", receiver.value())
                .param("now", utc(now))
                .param("due", utc(dueAt))
                .update();
    }

    /** The receiver did not take it, and why; it is tried again then. */
    void notTaken(NodeCode receiver, UUID id, String fault, Instant dueAt) {
        jdbc.sql("""
                update exchange.envelope
                set fault = :fault, due_at = :due, tries = tries + 1
                where id = :id and receiver = :receiver and ended_at is null
                """)
                .param("id", id)
                .param("receiver", receiver.value())
                .param("fault", fault)
                .param("due", utc(dueAt))
                .update();
    }

    /** The receiver asks for these places again, from the first piece on. */
    void sendAgain(NodeCode receiver, String contract, long from, long to, Instant now) {
        jdbc.sql("""
                with again as (
                  update exchange.envelope
                  set state = case
                        when state in ('EXPIRED', 'WITHDRAWN') then state
                        when exists (select from exchange.piece p where p.envelope = id) then 'WAITING'
                        else 'WITHDRAWN' end,
                      ended_at = null, due_at = :now
                  where receiver = :receiver and contract = :contract and number between :from and :to
                  returning id)
                update exchange.piece set taken = false where envelope in (select id from again)
                """)
                .param("receiver", receiver.value())
                .param("contract", contract)
                .param("from", from)
                .param("to", to)
                .param("now", utc(now))
                .update();
    }

    /** Single pieces of one place are asked for again. */
    void sendPiecesAgain(NodeCode receiver, String contract, long place, List<Integer> numbers, Instant now) {
        jdbc.sql("""
                with again as (
                  update exchange.envelope set state = 'WAITING', due_at = :now
                  where receiver = :receiver and contract = :contract and number = :place
                    and state in ('WAITING', 'SENT')
                  returning id)
                update exchange.piece set taken = false
                where envelope in (select id from again) and number = any(:numbers)
                """)
                .param("receiver", receiver.value())
                .param("contract", contract)
                .param("place", place)
                .param("numbers", numbers.toArray(Integer[]::new))
                .param("now", utc(now))
                .update();
    }

    /** Receipts that stayed away too long: the last piece goes again, the receiver knows what to do with it. */
    int remind(NodeCode receiver, Instant now) {
        return jdbc.sql("""
                with late as (
                  update exchange.envelope set state = 'WAITING'
                  where receiver = :receiver and state = 'SENT' and due_at <= :now
                  returning id, pieces)
                update exchange.piece as p set taken = false
                from late
                where p.envelope = late.id and p.number = late.pieces
                """)
                .param("receiver", receiver.value())
                .param("now", utc(now))
                .update();
    }

    /** An envelope that was too late. */
    record Gone(UUID id, String kind) {}

    /** What is worth nothing any more is given up, and its payload dropped; says which. */
    List<Gone> expire(NodeCode receiver, Instant now) {
        return jdbc.sql("""
                with late as (
                  update exchange.envelope set state = 'EXPIRED', due_at = :now
                  where receiver = :receiver and state = 'WAITING' and valid_until <= :now
                  returning id, kind),
                dropped as (delete from exchange.piece where envelope in (select id from late))
                select id, kind from late
                """)
                .param("receiver", receiver.value())
                .param("now", utc(now))
                .query((row, number) -> new Gone(row.getObject("id", UUID.class), row.getString("kind")))
                .list();
    }

    /** All that waits for a node is given up. */
    public int withdrawAll(NodeCode receiver, Instant now) {
        return jdbc.sql("""
                with late as (
                  update exchange.envelope set state = 'WITHDRAWN', due_at = :now, ended_at = :now
                  where receiver = :receiver and state in ('WAITING', 'SENT')
                  returning id)
                delete from exchange.piece where envelope in (select id from late)
                """)
                .param("receiver", receiver.value())
                .param("now", utc(now))
                .update();
    }

    /** An envelope that ended with a receipt, and how. */
    record Ended(UUID id, String kind, EnvelopeState state) {}

    /** Ends envelopes by their receipts; those that had ended before, or are of another receiver, are left out. */
    List<Ended> end(NodeCode receiver, List<ReceiptLine> receipts, UUID sheet, Instant now) {
        return jdbc.sql("""
                with ended as (
                  update exchange.envelope as e
                  set state = case when e.state in ('EXPIRED', 'WITHDRAWN') then e.state else r.state end, ended_at = :now,
                      note_key = r.key, note_args = string_to_array(r.args, chr(31)), sheet_id = :sheet, fault = ''
                  from unnest(cast(:ids as uuid[]), cast(:states as text[]), cast(:keys as text[]), cast(:args as text[]))
                    as r (id, state, key, args)
                  where e.id = r.id and e.receiver = :receiver and e.ended_at is null
                  returning e.id, e.kind, e.state),
                dropped as (delete from exchange.piece where envelope in (select id from ended))
                select id, kind, state from ended
                """)
                .param("ids", receipts.stream().map(ReceiptLine::id).toArray(UUID[]::new))
                .param(
                        "states",
                        receipts.stream().map(line -> line.outcome().name()).toArray(String[]::new))
                .param("keys", receipts.stream().map(ReceiptLine::key).toArray(String[]::new))
                .param("args", receipts.stream().map(ReceiptLine::joined).toArray(String[]::new))
                .param("receiver", receiver.value())
                .param("sheet", sheet)
                .param("now", utc(now))
                .query((row, number) -> new Ended(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        EnvelopeState.valueOf(row.getString("state"))))
                .list();
    }

    void keepSheet(UUID id, NodeCode node, byte[] content, Instant at) {
        jdbc.sql("""
                insert into exchange.receipt_sheet (id, node, content, received_at) values (:id, :node, :content, :at)
                on conflict do nothing
                """)
                .param("id", id)
                .param("node", node.value())
                .param("content", content)
                .param("at", utc(at))
                .update();
    }

    /** A one-way ferry has taken them for the last time, or will take them again then. */
    void carried(List<UUID> ids, int repeats, Instant now, Instant again) {
        jdbc.sql("""
                with out as (
                  update exchange.envelope
                  set tries = tries + 1, sent_at = :now, first_sent_at = coalesce(first_sent_at, :now), due_at = :again,
                      state = case when tries + 1 >= :repeats then 'CARRIED' else 'WAITING' end,
                      ended_at = case when tries + 1 >= :repeats then :now end
                  where id = any(:ids) and not exists (select from exchange.piece p where p.envelope = id and not p.taken)
                  returning id, ended_at),
                dropped as (delete from exchange.piece where envelope in (select id from out where ended_at is not null))
                update exchange.piece set taken = false where envelope in (select id from out where ended_at is null)
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("repeats", repeats)
                .param("now", utc(now))
                .param("again", utc(again))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
