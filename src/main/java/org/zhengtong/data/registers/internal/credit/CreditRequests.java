package org.zhengtong.data.registers.internal.credit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.internal.credit.CreditRequest.Kind;
import org.zhengtong.data.registers.internal.credit.CreditRequest.State;

/** Requests of legal persons about their entries, answered by the holder of the register within a limit. */
@Service
public class CreditRequests {

    private static final int MOST = 100;

    private final CreditRequestStore requests;
    private final TakingDown takingDown;
    private final Registers registers;
    private final Permissions permissions;
    private final Notices notices;
    private final AuditLog audit;
    private final Deadlines deadlines;

    CreditRequests(
            CreditRequestStore requests,
            TakingDown takingDown,
            Registers registers,
            Permissions permissions,
            Notices notices,
            AuditLog audit,
            Deadlines deadlines) {
        this.requests = requests;
        this.takingDown = takingDown;
        this.registers = registers;
        this.permissions = permissions;
        this.notices = notices;
        this.audit = audit;
        this.deadlines = deadlines;
    }

    /** Days and moments of requests. */
    @Component
    record Deadlines(WorkingCalendar calendar, CreditRuleStore rules, Clock clock) {
        LocalDate today() {
            return LocalDate.now(clock);
        }

        LocalDate due(Kind kind) {
            return calendar.due(today(), TimeLimit.workingDays(days(kind))).requireDueOn();
        }

        int days(Kind kind) {
            return rules.all().on(kind.act(), today());
        }
    }

    /** Whether the law lets this be asked for today. */
    public boolean allowed(CreditEntry entry, Kind kind) {
        return entry.allows(kind, deadlines.today());
    }

    /** Within how many working days such a request is answered. */
    public int days(Kind kind) {
        return deadlines.days(kind);
    }

    /** Files a request; empty when one of this kind waits already. */
    @Transactional
    public Optional<CreditRequest> file(CreditEntry entry, Kind kind, String reason, CurrentUser by) {
        if (!allowed(entry, kind)) {
            throw new IllegalArgumentException("Not to be asked for yet: " + kind + " of " + entry.entry());
        }
        var filed =
                requests.add(entry.entry(), kind, reason, by, deadlines.clock().instant(), deadlines.due(kind));
        filed.ifPresent(request ->
                audit.record(AuditAction.of(by.actor(), "registers.file_credit_request", "credit_entry", entry.entry())
                        .because(reason)
                        .with("kind", kind)));
        return filed;
    }

    @Transactional(readOnly = true)
    public List<CreditRequest> list(boolean answered, CurrentUser user) {
        permissions.require(
                user,
                Registers.EDIT_RECORD,
                registers.require(CreditPublicity.REGISTER).facts().holder());
        return answered ? requests.answered(MOST) : requests.open(MOST);
    }

    @Transactional(readOnly = true)
    public List<CreditRequest> of(CurrentUser user) {
        return requests.filedBy(user.id().value(), MOST);
    }

    /** Grants it, which ends the entry's publicity today, or refuses it with reasons; false when somebody did before. */
    @Transactional
    public boolean answer(long id, boolean granted, String answer, CurrentUser by) {
        permissions.require(
                by,
                Registers.EDIT_RECORD,
                registers.require(CreditPublicity.REGISTER).facts().holder());
        var request =
                requests.lock(id).orElseThrow(() -> new ProblemException(RegistersProblem.CREDIT_REQUEST_NOT_FOUND));
        if (request.state() != State.OPEN) {
            return false;
        }
        if (granted) {
            takingDown.endPublicity(new RecordKey(request.entry()), deadlines.today(), by.name());
        }
        requests.answer(
                id,
                granted ? State.GRANTED : State.REFUSED,
                answer,
                by.name(),
                deadlines.clock().instant());
        audit.record(AuditAction.of(
                        by.actor(),
                        granted ? "registers.grant_credit_request" : "registers.refuse_credit_request",
                        "credit_entry",
                        request.entry())
                .because(answer));
        notices.send(Notice.to(new AccountId(request.filedBy()), "registers.notice.credit", request.entry())
                .linking("/my/credit")
                .once("registers.credit " + id));
        return true;
    }
}
