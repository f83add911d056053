package org.zhengtong.data.connectors.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.trust.Confidences;
import org.zhengtong.base.trust.NodeKeys;
import org.zhengtong.base.trust.NodePapers;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.data.connectors.ConnectorsProblem;

/** Passwords of sources are kept for the node's own key alone. */
class SealedSecretsTest {

    /** A node whose key device can sign but not decrypt. */
    private record SigningOnly() implements NodeKeys {
        @Override
        public NodePapers own() {
            return new NodePapers(TrustSuite.values()[0], "root", "issuing", "signer", null);
        }

        @Override
        public boolean sound(NodePapers papers, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] fingerprint(NodePapers papers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String keyId(String signerPem) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean verify(byte[] content, byte[] signature, String signerPem) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MessageDigest digest(TrustSuite suite) {
            throw new UnsupportedOperationException();
        }
    }

    /** Nothing is encrypted without a certificate. */
    private record NeverAsked() implements Confidences {
        @Override
        public byte[] newSecret(TrustSuite suite) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] wrap(byte[] secret, String encryptionPem) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] unwrap(byte[] wrapped) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] encrypt(Piece piece, byte[] plain) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] decrypt(Piece piece, byte[] encrypted) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void a_node_that_cannot_decrypt_keeps_no_password() {
        var secrets = new SealedSecrets(new NeverAsked(), new SigningOnly());

        assertThatThrownBy(() -> secrets.seal(1, "secret"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem())
                                .isEqualTo(ConnectorsProblem.NO_KEY));
    }
}
