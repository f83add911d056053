package org.zhengtong.data.mediation.internal.call;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.mediation.MediatedService;
import org.zhengtong.data.mediation.Mediation.Message;
import org.zhengtong.data.mediation.MediationProblem;
import org.zhengtong.data.mediation.Services.Tested;

/** Tries a service out for its own department: one GET that is offered, written down like any other call. */
@Component
public class ServiceTrial {

    private static final int SHOWN = 4_000;

    private final ProviderGate gate;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    ServiceTrial(ProviderGate gate, AuditLog audit, PlatformTransactionManager transactions) {
        this.gate = gate;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    public Tested test(MediatedService service, String pathAndQuery, CurrentUser by) {
        var mark = pathAndQuery.indexOf('?');
        var path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
        var query = mark < 0 ? "" : pathAndQuery.substring(mark + 1);
        var begun = System.nanoTime();
        try {
            if (!CallHead.isPath(path) || !CallHead.isQuery(query)) {
                throw new ProblemException(MediationProblem.UNREADABLE);
            }
            if (service.operation("GET", path).isEmpty()) {
                throw new ProblemException(MediationProblem.PATH_NOT_OFFERED);
            }
            transaction.executeWithoutResult(_ -> audit.record(AuditAction.of(
                    by.actor(),
                    "mediation.test_service",
                    "service",
                    service.code().value())));
            var answer = gate.send(
                    service,
                    new Message("GET", path, query, new TreeMap<>(), new byte[0]),
                    new ProviderGate.Circumstances(
                            UUID.randomUUID(), "", service.department().value(), ""));
            var text = new String(answer.body(), StandardCharsets.UTF_8);
            return new Tested(
                    answer.status(),
                    answer.headers().getOrDefault("content-type", ""),
                    millis(begun),
                    text.substring(0, Math.min(SHOWN, text.length())),
                    null);
        } catch (ProblemException failed) {
            return new Tested(0, "", millis(begun), "", failed.problem().code());
        }
    }

    private static long millis(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }
}
