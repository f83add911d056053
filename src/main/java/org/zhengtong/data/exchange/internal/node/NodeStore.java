package org.zhengtong.data.exchange.internal.node;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.NodePapers;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.NetworkZone;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.NodeLevel;
import org.zhengtong.data.exchange.NodeStanding;
import org.zhengtong.data.exchange.Transport;

/** Nodes in {@code exchange.node} and the keys they ever signed with. */
@Component
public class NodeStore {

    private static final String SELECT = """
            select code, name, level, zone, address, transport, via, standing, standing_at, vouching, kinds, suite, root,
                   issuing, signer, encryption, snapshot_at
            from exchange.node
            """;

    private final JdbcClient jdbc;

    NodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ExchangeNode> all() {
        return jdbc.sql(SELECT + " order by code").query(NodeStore::toNode).list();
    }

    Optional<ExchangeNode> lock(NodeCode code) {
        return jdbc.sql(SELECT + " where code = :code for update")
                .param("code", code.value())
                .query(NodeStore::toNode)
                .optional();
    }

    /** Signing certificates by node and key. */
    Map<String, String> signers() {
        record Key(String name, String signer) {}
        return jdbc
                .sql("select node || ' ' || key_id as name, signer from exchange.node_key")
                .query((row, number) -> new Key(row.getString("name"), row.getString("signer")))
                .list()
                .stream()
                .collect(Collectors.toMap(Key::name, Key::signer));
    }

    void save(ExchangeNode node, String fingerprint, String by) {
        jdbc.sql("""
                insert into exchange.node
                  (code, name, level, zone, address, transport, via, standing, standing_at, standing_by, vouching, kinds,
                   suite, root, issuing, signer, encryption, fingerprint)
                values (:code, :name, :level, :zone, :address, :transport, :via, :standing, :at, :by, :vouching,
                        cast(:kinds as text[]), :suite, :root, :issuing, :signer, :encryption, :fingerprint)
                on conflict (code) do update
                set name = excluded.name, level = excluded.level, zone = excluded.zone, address = excluded.address,
                    transport = excluded.transport, via = excluded.via, standing = excluded.standing,
                    standing_at = excluded.standing_at, standing_by = excluded.standing_by, standing_why = '',
                    vouching = excluded.vouching, kinds = excluded.kinds, suite = excluded.suite, root = excluded.root,
                    issuing = excluded.issuing, signer = excluded.signer, encryption = excluded.encryption,
                    fingerprint = excluded.fingerprint, failures = 0, next_try_at = null
                """)
                .param("code", node.code().value())
                .param("name", node.name())
                .param("level", node.level().name())
                .param("zone", node.zone().name())
                .param("address", node.address())
                .param("transport", node.transport().name())
                .param(
                        "via",
                        Optional.ofNullable(node.via()).map(NodeCode::value).orElse(null),
                        Types.VARCHAR)
                .param("standing", node.standing().name())
                .param("at", node.standingAt().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("vouching", node.vouching())
                .param("kinds", node.kinds().toArray(String[]::new))
                .param("suite", node.papers().suite().name())
                .param("root", node.papers().root())
                .param("issuing", node.papers().issuing())
                .param("signer", node.papers().signer())
                .param("encryption", node.papers().encryption(), Types.VARCHAR)
                .param("fingerprint", fingerprint)
                .update();
    }

    /** Only the present key counts when the root changed; else the earlier ones stay good. */
    void keepKey(NodeCode code, String keyId, String signer, Instant since, boolean only) {
        if (only) {
            jdbc.sql("delete from exchange.node_key where node = :node")
                    .param("node", code.value())
                    .update();
        }
        jdbc.sql("""
                insert into exchange.node_key (node, key_id, signer, since)
                values (:node, :key, :signer, :since)
                on conflict do nothing
                """)
                .param("node", code.value())
                .param("key", keyId)
                .param("signer", signer)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Not trusted any more, nor those that only it vouched for. */
    void revoke(NodeCode code, String why, String by, Instant at) {
        jdbc.sql("""
                update exchange.node
                set standing = 'REVOKED', standing_at = :at, standing_by = :by, standing_why = :why
                where code = :code or via = :code and standing = 'VOUCHED'
                """)
                .param("code", code.value())
                .param("why", why)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void snapshotOf(NodeCode code, Instant at) {
        jdbc.sql("update exchange.node set snapshot_at = :at where code = :code")
                .param("code", code.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What was learned of a node beside its card. */
    public record Standing(
            String fingerprint,
            String by,
            String why,
            @Nullable Instant reachedAt,
            @Nullable Instant triedAt,
            int failures,
            String failure,
            @Nullable Instant nextTryAt) {}

    /** How the node fares, by code. */
    public Optional<Standing> standing(NodeCode code) {
        return jdbc.sql("""
                select fingerprint, standing_by, standing_why, reached_at, tried_at, failures, failure, next_try_at
                from exchange.node
                where code = :code
                """)
                .param("code", code.value())
                .query((row, number) -> new Standing(
                        row.getString("fingerprint"),
                        row.getString("standing_by"),
                        row.getString("standing_why"),
                        instant(row, "reached_at"),
                        instant(row, "tried_at"),
                        row.getInt("failures"),
                        row.getString("failure"),
                        instant(row, "next_try_at")))
                .optional();
    }

    private static ExchangeNode toNode(ResultSet row, int number) throws SQLException {
        var via = row.getString("via");
        return new ExchangeNode(
                new NodeCode(row.getString("code")),
                row.getString("name"),
                NodeLevel.valueOf(row.getString("level")),
                NetworkZone.valueOf(row.getString("zone")),
                row.getString("address"),
                Transport.valueOf(row.getString("transport")),
                via == null ? null : new NodeCode(via),
                NodeStanding.valueOf(row.getString("standing")),
                row.getBoolean("vouching"),
                List.of(texts(row.getArray("kinds"))),
                new NodePapers(
                        TrustSuite.valueOf(row.getString("suite")),
                        row.getString("root"),
                        row.getString("issuing"),
                        row.getString("signer"),
                        row.getString("encryption")),
                Objects.requireNonNull(instant(row, "standing_at")),
                instant(row, "snapshot_at"));
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
