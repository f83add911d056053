package org.zhengtong.data.connectors.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.trust.OwnSecrets;
import org.zhengtong.data.connectors.ConnectorsProblem;

/** Passwords of sources are kept for the node's own key alone. */
class SealedSecretsTest {

    /** A node whose key device can sign but not decrypt. */
    private record SigningOnly() implements OwnSecrets {
        @Override
        public boolean possible() {
            return false;
        }

        @Override
        public byte[] seal(String label, String plain) {
            throw new IllegalStateException();
        }

        @Override
        public String open(String label, byte[] sealed) {
            throw new SecurityException();
        }
    }

    @Test
    void a_node_that_cannot_decrypt_keeps_no_password() {
        var secrets = new SealedSecrets(new SigningOnly());

        assertThatThrownBy(() -> secrets.seal(1, "secret"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(ConnectorsProblem.NO_KEY));
    }
}
