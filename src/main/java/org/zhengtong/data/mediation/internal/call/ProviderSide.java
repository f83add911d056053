package org.zhengtong.data.mediation.internal.call;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.mediation.Calls.Side;
import org.zhengtong.data.mediation.MediatedService;
import org.zhengtong.data.mediation.MediatedService.State;
import org.zhengtong.data.mediation.Mediation.Answer;
import org.zhengtong.data.mediation.MediationProblem;
import org.zhengtong.data.mediation.Operation;
import org.zhengtong.data.mediation.ServiceCode;
import org.zhengtong.data.mediation.internal.service.ServiceStore;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.GrantedCalls;
import org.zhengtong.data.sharing.GrantedReading.Use;
import org.zhengtong.data.sharing.SharingProblem;
import org.zhengtong.data.sharing.Way;

/** The provider's end: is it offered, is it granted, is it new; then it is written down and goes to the department's system. */
@Component
class ProviderSide {

    private final ServiceStore services;
    private final GrantedCalls granted;
    private final PassedStore passed;
    private final ProviderGate gate;
    private final CallBook book;
    private final Clock clock;

    ProviderSide(
            ServiceStore services,
            GrantedCalls granted,
            PassedStore passed,
            ProviderGate gate,
            CallBook book,
            Clock clock) {
        this.services = services;
        this.granted = granted;
        this.passed = passed;
        this.gate = gate;
        this.book = book;
        this.clock = clock;
    }

    /**
     * A call that came.
     *
     * @param node where it comes from; empty for this one
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Incoming(UUID id, String node, CallHead head, byte[] body, BooleanSupplier known, String origin) {}

    Answer answer(Incoming call) {
        var note = new CallNote(call.id(), Side.PROVIDER, call.node(), call.head(), call.body().length, clock);
        try {
            var answer = passOn(call, note);
            book.note(note.answered(answer));
            return answer;
        } catch (ProblemException refused) {
            book.note(note.failed(refused));
            throw refused;
        }
    }

    private Answer passOn(Incoming call, CallNote note) {
        var head = call.head();
        var service = services.find(new ServiceCode(head.service()))
                .filter(each -> each.state() != State.DRAFT)
                .orElseThrow(() -> new ProblemException(MediationProblem.SERVICE_NOT_FOUND));
        note.provider(service.department().value());
        note.operation(operation(service, head).toString());
        if (service.state() == State.PAUSED) {
            throw new ProblemException(MediationProblem.SERVICE_PAUSED);
        }
        if (call.body().length > service.limits().request()) {
            throw new ProblemException(
                    MediationProblem.REQUEST_TOO_LARGE, service.limits().request());
        }
        if (!call.node().isEmpty() && passed.known(call.id())) {
            throw new ProblemException(MediationProblem.REPEATED);
        }
        var grant = pass(call, note);
        note.grant(grant.number().value(), purpose(call, grant));
        return gate.send(
                service,
                head.message(call.body()),
                new ProviderGate.Circumstances(
                        call.id(), grant.number().value(), head.department(), purpose(call, grant)));
    }

    private static Operation operation(MediatedService service, CallHead head) {
        return service.operation(head.method(), head.path())
                .orElseThrow(() -> new ProblemException(
                        service.knows(head.path())
                                ? MediationProblem.METHOD_NOT_OFFERED
                                : MediationProblem.PATH_NOT_OFFERED));
    }

    private static String purpose(Incoming call, DataGrant grant) {
        return call.head().purpose().isBlank()
                ? grant.terms().purpose()
                : call.head().purpose();
    }

    private DataGrant pass(Incoming call, CallNote note) {
        var head = call.head();
        var department = new DepartmentId(head.department());
        var held = held(call, department);
        var number = held.map(DataGrant::number).orElseGet(() -> new GrantNumber(head.grant()));
        var purpose = held.map(each -> purpose(call, each)).orElse(head.purpose());
        var use = new Use(
                number,
                Way.CALL,
                department,
                new Actor(Actor.Kind.SYSTEM, head.client(), head.clientName()),
                purpose,
                call.origin(),
                call.known());
        var facts = Map.of("call", call.id().toString(), "operation", note.operation(), "node", call.node());
        try {
            return granted.pass(new GrantedCalls.Call(use, head.service(), call.node(), facts, () -> first(call)));
        } catch (ProblemException refused) {
            throw refused.problem() == SharingProblem.REPEATED
                    ? new ProblemException(MediationProblem.REPEATED)
                    : refused;
        }
    }

    /** The newest grant that holds, when the call names none. */
    private Optional<DataGrant> held(Incoming call, DepartmentId department) {
        var head = call.head();
        if (!head.grant().isEmpty()) {
            return Optional.empty();
        }
        var found = granted.held(department, new ServiceCode(head.service()).subject()).stream()
                .filter(grant -> grant.terms().node().equals(call.node()))
                .findFirst();
        if (found.isEmpty()) {
            throw new ProblemException(MediationProblem.NO_GRANT);
        }
        return found;
    }

    private boolean first(Incoming call) {
        return call.node().isEmpty() || passed.first(call.id(), clock.instant());
    }
}
