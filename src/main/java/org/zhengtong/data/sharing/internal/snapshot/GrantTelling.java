package org.zhengtong.data.sharing.internal.snapshot;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.settings.Settings;
import org.zhengtong.base.trust.NodeKeys;
import org.zhengtong.base.trust.Signer;
import org.zhengtong.data.exchange.Dispatch;
import org.zhengtong.data.exchange.EnvelopeRequest;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.NodeStanding;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.exchange.Priority;
import org.zhengtong.data.sharing.internal.grant.GivenAway;
import org.zhengtong.data.sharing.internal.snapshot.SnapshotStore.Told;
import tools.jackson.databind.json.JsonMapper;

/** Tells other nodes what is granted to them: at once when it changes, and anew twice a day, so that its age says something. */
@Service
public class GrantTelling {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration ANEW = Duration.ofHours(12);
    private static final String CHANNEL = "sharing.grants";

    private final GivenAway given;
    private final SnapshotStore store;
    private final Nodes nodes;
    private final Dispatch dispatch;
    private final Sealing sealing;
    private final Settings settings;
    private final Clock clock;

    GrantTelling(
            GivenAway given,
            SnapshotStore store,
            Nodes nodes,
            Dispatch dispatch,
            Sealing sealing,
            Settings settings,
            Clock clock) {
        this.given = given;
        this.store = store;
        this.nodes = nodes;
        this.dispatch = dispatch;
        this.sealing = sealing;
        this.settings = settings;
        this.clock = clock;
    }

    /** The node's key and its hash. */
    @org.springframework.stereotype.Component
    record Sealing(Signer signer, NodeKeys keys) {

        SignedSnapshot seal(byte[] content) {
            var signature = signer.sign(SignedSnapshot.signed(content));
            return new SignedSnapshot(content, signature.keyId(), signature.value());
        }

        /** Changes with the key as well: what an old key signed is told anew. */
        String digest(byte[] content) {
            MessageDigest hash = keys.digest(signer.suite());
            hash.update(keys.own().signer().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash.digest(content));
        }
    }

    /** Tells each node that has to hear something; says to how many. */
    @Transactional
    public int tellAll() {
        var told = 0;
        for (var node : nodes.all()) {
            if (node.standing() != NodeStanding.REVOKED && node.takes(GrantSnapshot.KIND)) {
                told += tell(node) ? 1 : 0;
            }
        }
        return told;
    }

    private boolean tell(ExchangeNode node) {
        var code = node.code().value();
        var before = store.lockTold(code);
        var grants = given.to(code, LocalDate.now(clock)).stream()
                .map(GrantSnapshot.Entry::of)
                .toList();
        if (grants.isEmpty() && before.number() == 0) {
            return false;
        }
        var digest = sealing.digest(JSON.writeValueAsBytes(grants));
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (digest.equals(before.digest()) && at.isBefore(before.madeAt().plus(ANEW))) {
            return false;
        }
        // Also after a restored backup, which knows of fewer, the number is greater than any before.
        var number = Math.max(before.number() + 1, at.toEpochMilli());
        send(node, number, at, grants);
        store.setTold(code, new Told(number, digest, at));
        return true;
    }

    private void send(ExchangeNode node, long number, Instant at, List<GrantSnapshot.Entry> grants) {
        var until = at.plus(settings.value(SnapshotSettings.VALIDITY));
        var snapshot = new GrantSnapshot(nodes.own().code().value(), node.code().value(), number, at, until, grants);
        var request = EnvelopeRequest.of(
                        GrantSnapshot.KIND,
                        node.code(),
                        sealing.seal(JSON.writeValueAsBytes(snapshot)).bytes())
                .through(CHANNEL)
                .with(Priority.HIGH)
                .until(until);
        dispatch.send(node.keepsSecrets() ? request.confidential() : request);
    }
}
