package org.zhengtong.base.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.AuditEntry;
import org.zhengtong.base.audit.EntryId;
import org.zhengtong.base.audit.TreeHash;
import org.zhengtong.base.audit.TreeHead;
import org.zhengtong.base.audit.internal.TreeGrowth.NewNode;
import org.zhengtong.base.trust.Signature;

/** The tree: waiting entries, leaves, complete subtrees and signed heads. */
@Component
class TreeStore {

    /** Key of the advisory lock that one sequencer of a database holds: the letters ZTAUDIT as a number. */
    private static final long SEQUENCER_LOCK = 0x5A544155444954L;

    private final JdbcClient jdbc;

    TreeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry waiting for its place, with the hash it will have there. */
    record Waiting(EntryId entry, TreeHash leaf) {}

    /** A leaf as stored, with its entry read again. */
    record Leaf(long index, TreeHash hash, EntryId id, Optional<AuditEntry> entry) {}

    /** The hash algorithm of this log: that of the first start, whatever is configured later. */
    String hashAlgorithm(String wanted) {
        jdbc.sql("""
                        insert into audit.merkle_log (hash_algorithm)
                        values (:wanted)
                        on conflict do nothing
                        """).param("wanted", wanted).update();
        return jdbc.sql("select hash_algorithm from audit.merkle_log")
                .query(String.class)
                .single();
    }

    /** Waits until this transaction is the only sequencer. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:key)")
                .param("key", SEQUENCER_LOCK)
                .query((row, number) -> true)
                .single();
    }

    boolean tryLock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:key)")
                .param("key", SEQUENCER_LOCK)
                .query(Boolean.class)
                .single();
    }

    boolean anyWaiting() {
        return jdbc.sql("select exists (select from audit.pending)")
                .query(Boolean.class)
                .single();
    }

    List<Waiting> takeWaiting(int most) {
        return jdbc.sql("""
                        delete from audit.pending
                        where entry_id in (select entry_id from audit.pending order by entry_id limit :most)
                        returning entry_id, leaf_hash
                        """)
                .param("most", most)
                .query((row, number) -> new Waiting(
                        new EntryId(row.getObject("entry_id", UUID.class)), new TreeHash(row.getBytes("leaf_hash"))))
                .list();
    }

    long size() {
        return jdbc.sql("select coalesce(max(index) + 1, 0) from audit.leaf")
                .query(Long.class)
                .single();
    }

    void addLeaves(long first, List<Waiting> leaves) {
        jdbc.sql("""
                        insert into audit.leaf (index, entry_id, hash)
                        select :first + place - 1, entry_id, hash
                        from unnest(cast(:entries as uuid[]), cast(:hashes as bytea[])) with ordinality
                        as t (entry_id, hash, place)
                        """)
                .param("first", first)
                .param(
                        "entries",
                        leaves.stream().map(leaf -> leaf.entry().toString()).toArray(String[]::new))
                .param(
                        "hashes",
                        leaves.stream().map(leaf -> leaf.leaf().bytes()).toArray(byte[][]::new))
                .update();
    }

    void addNodes(List<NewNode> nodes) {
        jdbc.sql("""
                        insert into audit.node (level, index, hash)
                        select level, index, hash
                        from unnest(cast(:levels as smallint[]), cast(:indices as bigint[]), cast(:hashes as bytea[]))
                        as t (level, index, hash)
                        """)
                .param("levels", nodes.stream().mapToInt(NewNode::level).toArray())
                .param("indices", nodes.stream().mapToLong(NewNode::index).toArray())
                .param("hashes", nodes.stream().map(node -> node.hash().bytes()).toArray(byte[][]::new))
                .update();
    }

    Optional<TreeHash> findNode(int level, long index) {
        var sql = level == 0
                ? "select hash from audit.leaf where index = :index"
                : "select hash from audit.node where level = :level and index = :index";
        return jdbc.sql(sql)
                .param("level", level)
                .param("index", index)
                .query((row, number) -> new TreeHash(row.getBytes("hash")))
                .optional();
    }

    /** The hash of a complete subtree that must be there. */
    TreeHash requireNode(int level, long index) {
        return findNode(level, index)
                .orElseThrow(() -> new IllegalStateException("No tree node at level " + level + ", index " + index));
    }

    Optional<Long> findIndex(EntryId entry) {
        return jdbc.sql("select index from audit.leaf where entry_id = :entry")
                .param("entry", entry.value())
                .query(Long.class)
                .optional();
    }

    /** Leaves in order with their entries, for recomputing. */
    List<Leaf> leavesFrom(long index, int most) {
        return jdbc.sql("""
                        select leaf.index, leaf.hash, leaf.entry_id, entry.id, at, actor_kind, actor_id, actor_name, origin,
                               event, subject_type, subject_id, why, detail
                        from audit.leaf
                        left join audit.entry on entry.id = leaf.entry_id
                        where leaf.index >= :index
                        order by leaf.index
                        limit :most
                        """)
                .param("index", index)
                .param("most", most)
                .query(TreeStore::toLeaf)
                .list();
    }

    void addHead(TreeHead head) {
        jdbc.sql("""
                        insert into audit.tree_head (size, root, at, key_id, algorithm, signature)
                        values (:size, :root, :at, :keyId, :algorithm, :signature)
                        """)
                .param("size", head.size())
                .param("root", head.root().bytes())
                .param("at", head.at().atOffset(ZoneOffset.UTC))
                .param("keyId", head.signature().keyId())
                .param("algorithm", head.signature().algorithm())
                .param("signature", head.signature().value())
                .update();
    }

    Optional<TreeHead> findLatestHead() {
        return jdbc.sql("""
                        select size, root, at, key_id, algorithm, signature
                        from audit.tree_head
                        order by size desc
                        limit 1
                        """).query(TreeStore::toHead).optional();
    }

    /** Heads of trees larger than this, smallest first. */
    List<TreeHead> headsAbove(long size, int most) {
        return jdbc.sql("""
                        select size, root, at, key_id, algorithm, signature
                        from audit.tree_head
                        where size > :size
                        order by size
                        limit :most
                        """)
                .param("size", size)
                .param("most", most)
                .query(TreeStore::toHead)
                .list();
    }

    private static Leaf toLeaf(ResultSet row, int number) throws SQLException {
        var entry = row.getObject("id") == null
                ? Optional.<AuditEntry>empty()
                : Optional.of(EntryStore.toEntry(row, number));
        return new Leaf(
                row.getLong("index"),
                new TreeHash(row.getBytes("hash")),
                new EntryId(row.getObject("entry_id", UUID.class)),
                entry);
    }

    private static TreeHead toHead(ResultSet row, int number) throws SQLException {
        return new TreeHead(
                row.getLong("size"),
                new TreeHash(row.getBytes("root")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Signature(row.getString("key_id"), row.getString("algorithm"), row.getBytes("signature")));
    }
}
