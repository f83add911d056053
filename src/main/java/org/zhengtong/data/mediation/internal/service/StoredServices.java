package org.zhengtong.data.mediation.internal.service;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.mediation.MediatedService;
import org.zhengtong.data.mediation.MediatedService.State;
import org.zhengtong.data.mediation.MediationProblem;
import org.zhengtong.data.mediation.ServiceCode;
import org.zhengtong.data.mediation.Services;
import org.zhengtong.data.mediation.internal.call.ServiceTrial;
import org.zhengtong.data.mediation.internal.directory.Directory;

@Service
class StoredServices implements Services {

    private final ServiceStore store;
    private final ServiceSecrets secrets;
    private final DraftCheck check;
    private final ServiceTrial trial;
    private final Directory directory;
    private final Permissions permissions;
    private final Written written;

    StoredServices(
            ServiceStore store,
            ServiceSecrets secrets,
            DraftCheck check,
            ServiceTrial trial,
            Directory directory,
            Permissions permissions,
            Written written) {
        this.store = store;
        this.secrets = secrets;
        this.check = check;
        this.trial = trial;
        this.directory = directory;
        this.permissions = permissions;
        this.written = written;
    }

    /** The log and the clock. */
    @org.springframework.stereotype.Component
    record Written(AuditLog audit, Clock clock) {

        void record(String event, ServiceCode service, String reason, CurrentUser by) {
            audit.record(AuditAction.of(by.actor(), event, "service", service.value())
                    .because(reason.isEmpty() ? null : reason));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<MediatedService> find(ServiceCode code) {
        return store.find(code);
    }

    @Override
    @Transactional(readOnly = true)
    public MediatedService require(ServiceCode code) {
        return store.find(code).orElseThrow(() -> new ProblemException(MediationProblem.SERVICE_NOT_FOUND));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Listed> search(Query query, CurrentUser by) {
        permissions.require(by, VIEW_SERVICE);
        return directory.all().stream()
                .filter(each -> each.state() != State.DRAFT || permissions.may(by, MANAGE_SERVICE, each.department()))
                .filter(each -> matches(each, query))
                .toList();
    }

    private static boolean matches(Listed each, Query query) {
        var text = query.text();
        return (text.isEmpty()
                        || each.name().contains(text)
                        || each.summary().contains(text)
                        || each.code().value().contains(text)
                        || each.departmentName().contains(text))
                && (query.node() == null || each.node().value().equals(query.node()))
                && (query.department() == null || each.department().value().equals(query.department()))
                && (query.state() == null || each.state() == query.state());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Listed> offered() {
        return directory.all().stream()
                .filter(each -> each.state() != State.DRAFT)
                .toList();
    }

    @Override
    @Transactional
    public SaveOutcome save(MediatedService.Draft draft, int revision, CurrentUser by) {
        var department =
                store.find(draft.code()).map(MediatedService::department).orElse(by.department());
        if (department == null) {
            throw new ProblemException(CommonProblem.NOT_ALLOWED);
        }
        var faults = check.faultsOf(draft, department);
        var secret = draft.secret();
        if (secret != null && !secret.isEmpty() && !secrets.possible()) {
            faults.put("secret", "mediation.fault.secret");
        }
        return revision == 0 ? add(draft, department, faults, by) : change(draft, revision, faults, by);
    }

    private SaveOutcome add(
            MediatedService.Draft draft, DepartmentId department, Map<String, String> faults, CurrentUser by) {
        permissions.require(by, MANAGE_SERVICE, department);
        if (store.find(draft.code()).isPresent()) {
            faults.put("code", "mediation.fault.code.taken");
        }
        if (!faults.isEmpty()) {
            return new SaveOutcome.Refused(faults);
        }
        if (!store.insert(draft, department, written.clock().instant(), by.name())) {
            return new SaveOutcome.Refused(Map.of("code", "mediation.fault.code.taken"));
        }
        written.record("mediation.add_service", draft.code(), "", by);
        return kept(draft);
    }

    private SaveOutcome change(MediatedService.Draft draft, int revision, Map<String, String> faults, CurrentUser by) {
        var present = lock(draft.code(), by);
        if (present.revision() != revision) {
            return new SaveOutcome.Overtaken(present);
        }
        if (!faults.isEmpty()) {
            return new SaveOutcome.Refused(faults);
        }
        store.update(draft, written.clock().instant(), by.name());
        written.record("mediation.change_service", draft.code(), "", by);
        return kept(draft);
    }

    private SaveOutcome kept(MediatedService.Draft draft) {
        var secret = draft.secret();
        if (secret != null && !secret.isEmpty()) {
            secrets.keep(draft.code(), secret);
        }
        directory.tellAll();
        return new SaveOutcome.Saved(require(draft.code()));
    }

    private MediatedService lock(ServiceCode code, CurrentUser by) {
        var service = store.lock(code).orElseThrow(() -> new ProblemException(MediationProblem.SERVICE_NOT_FOUND));
        permissions.require(by, MANAGE_SERVICE, service.department());
        return service;
    }

    @Override
    @Transactional
    public void offer(ServiceCode code, CurrentUser by) {
        stand(code, State.OFFERED, "mediation.offer_service", "", by);
    }

    @Override
    @Transactional
    public void pause(ServiceCode code, String reason, CurrentUser by) {
        stand(code, State.PAUSED, "mediation.pause_service", reason, by);
    }

    private void stand(ServiceCode code, State state, String event, String reason, CurrentUser by) {
        lock(code, by);
        store.setState(code, state, written.clock().instant(), by.name());
        written.record(event, code, reason, by);
        directory.tellAll();
    }

    /** Without a transaction: it waits for another system. */
    @Override
    public Tested test(ServiceCode code, String pathAndQuery, CurrentUser by) {
        var service = require(code);
        permissions.require(by, MANAGE_SERVICE, service.department());
        return trial.test(service, pathAndQuery, by);
    }

    @Override
    public boolean manages(MediatedService service, CurrentUser by) {
        return permissions.may(by, MANAGE_SERVICE, service.department());
    }

    @Override
    @Transactional(readOnly = true)
    public List<HeldGrant> held(NodeCode node, ServiceCode code, DepartmentId consumer) {
        return directory.held(node, code, consumer);
    }
}
