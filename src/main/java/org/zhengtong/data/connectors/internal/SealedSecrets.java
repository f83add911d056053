package org.zhengtong.data.connectors.internal;

import org.springframework.stereotype.Component;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.trust.OwnSecrets;
import org.zhengtong.data.connectors.ConnectorsProblem;
import org.zhengtong.data.connectors.SourceException;
import org.zhengtong.data.connectors.SourceFault;

/** Passwords and tokens of sources, each bound to its source. */
@Component
public class SealedSecrets {

    private final OwnSecrets secrets;

    SealedSecrets(OwnSecrets secrets) {
        this.secrets = secrets;
    }

    public byte[] seal(long source, String plain) {
        if (!secrets.possible()) {
            throw new ProblemException(ConnectorsProblem.NO_KEY);
        }
        return secrets.seal(label(source), plain);
    }

    /** The plain secret of a source. */
    public String open(long source, byte[] sealed) throws SourceException {
        try {
            return secrets.open(label(source), sealed);
        } catch (SecurityException lost) {
            throw new SourceException(SourceFault.SECRET_LOST, lost);
        }
    }

    private static String label(long source) {
        return "connectors.source " + source;
    }
}
