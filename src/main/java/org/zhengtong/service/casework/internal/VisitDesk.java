package org.zhengtong.service.casework.internal;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseVisits;
import org.zhengtong.service.casework.TaskId;

/** The front door of site visits: draws the transaction around each action. A finding draws its own, after its files. */
@Service
class VisitDesk implements CaseVisits {

    private static final int EXPORT_PAGE = 500;

    private final CaseActions actions;
    private final Visits visits;
    private final VisitFindings findings;
    private final VisitParties parties;
    private final VisitSearch search;
    private final Permissions permissions;
    private final AuditLog audit;

    VisitDesk(
            CaseActions actions,
            Visits visits,
            VisitFindings findings,
            VisitParties parties,
            VisitSearch search,
            Permissions permissions,
            AuditLog audit) {
        this.actions = actions;
        this.visits = visits;
        this.findings = findings;
        this.parties = parties;
        this.search = search;
        this.permissions = permissions;
        this.audit = audit;
    }

    @Override
    @Transactional
    public CaseOutcome plan(CaseNumber number, Plan plan, CurrentUser by) {
        return visits.plan(number, plan, by);
    }

    @Override
    @Transactional
    public CaseOutcome move(CaseNumber number, int serial, When when, String reason, CurrentUser by) {
        return visits.move(number, serial, when, reason, by);
    }

    @Override
    @Transactional
    public CaseOutcome callOff(CaseNumber number, int serial, String reason, CurrentUser by) {
        return visits.callOff(number, serial, reason, by);
    }

    @Override
    public FindingOutcome find(TaskId task, Finding finding, CurrentUser by) {
        return findings.find(task, finding, by);
    }

    @Override
    @Transactional
    public CaseOutcome close(CaseNumber number, int serial, String reason, CurrentUser by) {
        return findings.close(number, serial, reason, by);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean may(CaseNumber number, CurrentUser by) {
        var loaded = actions.require(number);
        return loaded.file().handledAt() == null && visits.may(loaded, by);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Eligible> eligible(CaseNumber number, CurrentUser by) {
        var loaded = actions.require(number);
        return visits.may(loaded, by) ? parties.eligible(loaded) : List.of();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Row> list(Filter filter, @Nullable Cursor after, int size, CurrentUser by) {
        permissions.require(by, Rights.VIEW);
        return search.list(permissions.scopeOf(by, Rights.VIEW), filter, after, size);
    }

    @Override
    @Transactional(readOnly = true)
    public long count(Filter filter, CurrentUser by) {
        return search.count(permissions.scopeOf(by, Rights.VIEW), filter);
    }

    @Override
    @Transactional
    public Stream<Row> export(Filter filter, CurrentUser by) {
        permissions.require(by, Rights.VIEW);
        audit.record(AuditAction.of(
                Doer.of(by).actor(),
                "casework.export_visits",
                "account",
                by.id().toString()));
        var scope = permissions.scopeOf(by, Rights.VIEW);
        return Stream.iterate(
                        search.list(scope, filter, null, EXPORT_PAGE),
                        page -> !page.isEmpty(),
                        page -> page.size() < EXPORT_PAGE
                                ? List.of()
                                : search.list(scope, filter, page.getLast().cursor(), EXPORT_PAGE))
                .flatMap(List::stream);
    }
}
