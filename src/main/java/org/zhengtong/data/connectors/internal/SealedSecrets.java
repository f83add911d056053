package org.zhengtong.data.connectors.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.trust.Confidences;
import org.zhengtong.base.trust.NodeKeys;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.data.connectors.ConnectorsProblem;
import org.zhengtong.data.connectors.SourceException;
import org.zhengtong.data.connectors.SourceFault;

/**
 * Passwords and tokens, encrypted for this node's own encryption key, which does not lie in the database. Each is bound to its
 * source: moved to another one it cannot be opened.
 */
@Component
public class SealedSecrets {

    private final Confidences confidences;
    private final NodeKeys keys;

    SealedSecrets(Confidences confidences, NodeKeys keys) {
        this.confidences = confidences;
        this.keys = keys;
    }

    /** One octet for the suite, two for the length of the wrapped secret, then both parts. */
    public byte[] seal(long source, String plain) {
        var papers = keys.own();
        var certificate = papers.encryption();
        if (certificate == null) {
            throw new ProblemException(ConnectorsProblem.NO_KEY);
        }
        var suite = papers.suite();
        var secret = confidences.newSecret(suite);
        var wrapped = confidences.wrap(secret, certificate);
        var hidden = confidences.encrypt(piece(suite, secret, source), plain.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(3 + wrapped.length + hidden.length)
                .put((byte) suite.ordinal())
                .putShort((short) wrapped.length)
                .put(wrapped)
                .put(hidden)
                .array();
    }

    /** The plain secret of a source. */
    public String open(long source, byte[] sealed) throws SourceException {
        try {
            var content = ByteBuffer.wrap(sealed);
            var suite = TrustSuite.values()[content.get()];
            var wrapped = new byte[content.getShort()];
            content.get(wrapped);
            var hidden = new byte[content.remaining()];
            content.get(hidden);
            var plain = confidences.decrypt(piece(suite, confidences.unwrap(wrapped), source), hidden);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (SecurityException | IndexOutOfBoundsException | java.nio.BufferUnderflowException lost) {
            throw new SourceException(SourceFault.SECRET_LOST, lost);
        }
    }

    private static Confidences.Piece piece(TrustSuite suite, byte[] secret, long source) {
        return new Confidences.Piece(
                suite, secret, 0, ("connectors.source " + source).getBytes(StandardCharsets.US_ASCII));
    }
}
