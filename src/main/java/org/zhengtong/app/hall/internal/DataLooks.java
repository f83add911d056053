package org.zhengtong.app.hall.internal;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.service.casework.CaseNumber;

/** Who of the authorities looked at an application; read from the log that nobody can change. */
@Component
public class DataLooks {

    private static final String LOOKED = "casework.view";

    private final AuditProofs log;

    DataLooks(AuditProofs log) {
        this.log = log;
    }

    /** One look. */
    public record Look(Instant at, String name) {}

    /** All looks at a case, the latest first. */
    public List<Look> at(CaseNumber number) {
        return log.entriesAbout("case", number.value()).reversed().stream()
                .filter(entry -> entry.action().event().startsWith(LOOKED))
                .filter(entry -> entry.action().actor().kind() == Actor.Kind.STAFF)
                .map(entry -> new Look(entry.at(), entry.action().actor().name()))
                .toList();
    }
}
