package org.zhengtong.data.exchange.internal.outgoing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.trust.Confidences;
import org.zhengtong.base.trust.NodeKeys;
import org.zhengtong.base.trust.Signer;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.data.exchange.Dispatch;
import org.zhengtong.data.exchange.EnvelopeId;
import org.zhengtong.data.exchange.EnvelopeRequest;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.ExchangeProblem;
import org.zhengtong.data.exchange.ExchangeSettings;
import org.zhengtong.data.exchange.NodeStanding;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.exchange.internal.Bell;
import org.zhengtong.data.exchange.internal.frame.Frame;

/** Cuts payloads into pieces and stores them in the caller's transaction; the courier is woken after its commit. */
@Service
class StoredDispatch implements Dispatch {

    private final Nodes nodes;
    private final OutgoingStore store;
    private final NodeKeys keys;
    private final Confidences confidences;
    private final Signer signer;
    private final ExchangeSettings settings;
    private final DispatchParts parts;

    StoredDispatch(
            Nodes nodes,
            OutgoingStore store,
            NodeKeys keys,
            Confidences confidences,
            Signer signer,
            ExchangeSettings settings,
            DispatchParts parts) {
        this.nodes = nodes;
        this.store = store;
        this.keys = keys;
        this.confidences = confidences;
        this.signer = signer;
        this.settings = settings;
        this.parts = parts;
    }

    /** The time, and the bell that wakes whoever carries. */
    @org.springframework.stereotype.Component
    record DispatchParts(Clock clock, Bell bell) {}

    @Override
    @Transactional(propagation = Propagation.REQUIRED)
    public EnvelopeId send(EnvelopeRequest request) {
        var node = receiver(request);
        var now = parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var id = UUID.randomUUID();
        var suite = signer.suite();
        var secret = request.encrypted() ? confidences.newSecret(suite) : null;
        var wrapped = secret == null ? null : confidences.wrap(secret, encryption(node));
        var fresh = new OutgoingStore.NewEnvelope(
                id,
                request,
                wrapped,
                now,
                request.validUntil() == null
                        ? now.plus(settings.validity())
                        : request.validUntil().truncatedTo(ChronoUnit.MILLIS));
        cut(fresh, suite, secret);
        parts.bell().ringAfterCommit();
        return new EnvelopeId(id);
    }

    private ExchangeNode receiver(EnvelopeRequest request) {
        var node = nodes.find(request.receiver())
                .orElseThrow(() -> new ProblemException(ExchangeProblem.NODE_UNKNOWN, request.receiver()));
        if (node.standing() == NodeStanding.REVOKED) {
            throw new ProblemException(ExchangeProblem.NODE_REVOKED, node.name());
        }
        if (!node.takes(request.kind())) {
            throw new ProblemException(ExchangeProblem.KIND_NOT_ALLOWED, request.kind(), node.name());
        }
        return node;
    }

    private static String encryption(ExchangeNode node) {
        var certificate = node.papers().encryption();
        if (certificate == null) {
            throw new ProblemException(ExchangeProblem.NOT_CONFIDENTIAL, node.name());
        }
        return certificate;
    }

    private void cut(OutgoingStore.NewEnvelope fresh, TrustSuite suite, byte @Nullable [] secret) {
        var whole = keys.digest(suite);
        long size = 0;
        var number = 1;
        try {
            var payload = fresh.request().payload();
            var first = sealed(fresh.id(), suite, secret, number, payload.readNBytes(Frame.PIECE));
            whole.update(first);
            size += first.length;
            var more = first.length < Frame.PIECE ? new byte[0] : payload.readNBytes(Frame.PIECE);
            store.open(fresh, first, written(size, more.length == 0 ? whole : null, number));
            if (more.length == 0) {
                return;
            }
            while (more.length > 0) {
                number++;
                var content = sealed(fresh.id(), suite, secret, number, more);
                whole.update(content);
                size += content.length;
                if (size > settings.largest().toBytes()) {
                    throw new ProblemException(
                            ExchangeProblem.TOO_LARGE, settings.largest().toMegabytes());
                }
                store.addPiece(fresh.id(), number, content);
                more = payload.readNBytes(Frame.PIECE);
            }
            store.measured(fresh.id(), written(size, whole, number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OutgoingStore.Written written(long size, @Nullable MessageDigest whole, int pieces) {
        return new OutgoingStore.Written(
                size, whole == null ? "" : HexFormat.of().formatHex(whole.digest()), pieces);
    }

    private byte[] sealed(UUID id, TrustSuite suite, byte @Nullable [] secret, int number, byte[] piece) {
        var label = id.toString().getBytes(StandardCharsets.US_ASCII);
        return secret == null ? piece : confidences.encrypt(new Confidences.Piece(suite, secret, number, label), piece);
    }
}
