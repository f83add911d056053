package org.zhengtong.data.mediation.internal.service;

import org.springframework.stereotype.Component;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.trust.OwnSecrets;
import org.zhengtong.data.mediation.MediationProblem;
import org.zhengtong.data.mediation.ServiceCode;

/** Passwords and tokens by which this node shows itself to departments' systems, each bound to its service. */
@Component
public class ServiceSecrets {

    private final OwnSecrets secrets;
    private final ServiceStore store;

    ServiceSecrets(OwnSecrets secrets, ServiceStore store) {
        this.secrets = secrets;
        this.store = store;
    }

    boolean possible() {
        return secrets.possible();
    }

    void keep(ServiceCode service, String plain) {
        store.keepSecret(service, secrets.seal(label(service), plain));
    }

    /** The plain secret; a problem when this node's keys changed since it was typed in. */
    public String open(ServiceCode service) {
        try {
            return store.secret(service)
                    .map(hidden -> secrets.open(label(service), hidden))
                    .orElse("");
        } catch (SecurityException lost) {
            throw new ProblemException(MediationProblem.PROVIDER_UNREACHABLE);
        }
    }

    private static String label(ServiceCode service) {
        return "mediation.service " + service;
    }
}
