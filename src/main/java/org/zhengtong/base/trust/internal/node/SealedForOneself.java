package org.zhengtong.base.trust.internal.node;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.Confidences;
import org.zhengtong.base.trust.NodeKeys;
import org.zhengtong.base.trust.OwnSecrets;
import org.zhengtong.base.trust.TrustSuite;

/** One octet for the suite, two for the length of the wrapped secret, then both parts. */
@Component
public class SealedForOneself implements OwnSecrets {

    private final Confidences confidences;
    private final NodeKeys keys;

    public SealedForOneself(Confidences confidences, NodeKeys keys) {
        this.confidences = confidences;
        this.keys = keys;
    }

    @Override
    public boolean possible() {
        return keys.own().encryption() != null;
    }

    @Override
    public byte[] seal(String label, String plain) {
        var papers = keys.own();
        var certificate = papers.encryption();
        if (certificate == null) {
            throw new IllegalStateException("This node cannot decrypt");
        }
        var suite = papers.suite();
        var secret = confidences.newSecret(suite);
        var wrapped = confidences.wrap(secret, certificate);
        var hidden = confidences.encrypt(piece(suite, secret, label), plain.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(3 + wrapped.length + hidden.length)
                .put((byte) suite.ordinal())
                .putShort((short) wrapped.length)
                .put(wrapped)
                .put(hidden)
                .array();
    }

    @Override
    public String open(String label, byte[] sealed) {
        try {
            var content = ByteBuffer.wrap(sealed);
            var suite = TrustSuite.values()[content.get()];
            var wrapped = new byte[content.getShort()];
            content.get(wrapped);
            var hidden = new byte[content.remaining()];
            content.get(hidden);
            var plain = confidences.decrypt(piece(suite, confidences.unwrap(wrapped), label), hidden);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (IndexOutOfBoundsException | BufferUnderflowException | NegativeArraySizeException broken) {
            throw new SecurityException("Not a sealed secret", broken);
        }
    }

    private static Confidences.Piece piece(TrustSuite suite, byte[] secret, String label) {
        return new Confidences.Piece(suite, secret, 0, label.getBytes(StandardCharsets.UTF_8));
    }
}
