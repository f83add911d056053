package org.zhengtong.service.feedback.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.base.workdays.WorkingDays;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.feedback.Complaint;
import org.zhengtong.service.feedback.ComplaintNumber;
import org.zhengtong.service.feedback.ComplaintOutcome;
import org.zhengtong.service.feedback.ComplaintState;
import org.zhengtong.service.feedback.Complaints;
import org.zhengtong.service.feedback.FeedbackProblem;

@Service
class FiledComplaints implements Complaints {

    // Local rules for complaints about service: take it up or not within 5 working days, answer within 15 more.
    private static final WorkingDays ACCEPTANCE_LIMIT = WorkingDays.of(5);
    private static final WorkingDays ANSWER_LIMIT = WorkingDays.of(15);

    private final ComplaintStore complaints;
    private final CaseReading cases;
    private final Responsible responsible;
    private final Permissions permissions;
    private final WorkingCalendar calendar;
    private final FeedbackRecord record;
    private final Clock clock;

    FiledComplaints(
            ComplaintStore complaints,
            CaseReading cases,
            Responsible responsible,
            Permissions permissions,
            WorkingCalendar calendar,
            FeedbackRecord record,
            Clock clock) {
        this.complaints = complaints;
        this.cases = cases;
        this.responsible = responsible;
        this.permissions = permissions;
        this.calendar = calendar;
        this.record = record;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Complaint file(Filing filing, CurrentUser complainant) {
        var department = departmentOf(filing, complainant);
        var today = LocalDate.now(clock);
        var serial = complaints.nextSerial(today);
        var before = complaints.findByToken(complainant.id(), filing.token());
        if (before.isPresent()) {
            return before.get();
        }
        var complaint = new Complaint(
                ComplaintNumber.of(today, serial),
                filing.about(),
                department,
                complainant.id(),
                filing.text().strip(),
                filing.contact().strip(),
                ComplaintState.FILED,
                clock.instant(),
                dueOn(ACCEPTANCE_LIMIT),
                null,
                null,
                null,
                null);
        complaints.insert(complaint, today, serial, filing.token());
        log("feedback.file_complaint", complaint, complainant);
        record.tell(responsible.of(department).stream()
                .map(account -> Notice.to(
                                account, "feedback.notice.complaint_filed", complaint.number(), dueOn(ACCEPTANCE_LIMIT))
                        .linking("/staff/complaints/" + complaint.number()))
                .toList());
        return complaint;
    }

    private DepartmentId departmentOf(Filing filing, CurrentUser complainant) {
        if (filing.about() != null) {
            return cases.openMine(filing.about(), complainant).file().leadDepartment();
        }
        if (filing.department() == null) {
            throw new IllegalArgumentException("A complaint is about a case or a department");
        }
        return filing.department();
    }

    private LocalDate dueOn(WorkingDays limit) {
        return calendar.due(LocalDate.now(clock), limit.asLimit()).requireDueOn();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Complaint> listMine(CurrentUser complainant) {
        return complaints.listOf(complainant.id());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Complaint> findMine(ComplaintNumber number, CurrentUser complainant) {
        return complaints
                .find(number)
                .filter(complaint -> complaint.complainant().equals(complainant.id()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Complaint> list(boolean open, CurrentUser staff, int limit) {
        return complaints.list(open, permissions.scopeOf(staff, Responsible.ANSWER_COMPLAINT), limit);
    }

    @Override
    @Transactional(readOnly = true)
    public long countOpen(CurrentUser staff) {
        return complaints.countOpen(permissions.scopeOf(staff, Responsible.ANSWER_COMPLAINT));
    }

    @Override
    @Transactional(readOnly = true)
    public Complaint require(ComplaintNumber number, CurrentUser staff) {
        return checked(complaints.find(number), staff);
    }

    @Override
    @Transactional
    public ComplaintOutcome accept(ComplaintNumber number, CurrentUser staff) {
        var complaint = checked(complaints.lock(number), staff);
        if (complaint.state() != ComplaintState.FILED) {
            return new ComplaintOutcome.NotPossible(complaint.state());
        }
        return keep(
                step(complaint, ComplaintState.ACCEPTED, dueOn(ANSWER_LIMIT), clock.instant(), null, staff),
                "feedback.accept_complaint",
                staff);
    }

    @Override
    @Transactional
    public ComplaintOutcome refuse(ComplaintNumber number, String reasons, CurrentUser staff) {
        var complaint = checked(complaints.lock(number), staff);
        if (complaint.state() != ComplaintState.FILED) {
            return new ComplaintOutcome.NotPossible(complaint.state());
        }
        return keep(
                step(complaint, ComplaintState.REFUSED, null, null, reasons.strip(), staff),
                "feedback.refuse_complaint",
                staff);
    }

    /** Answering takes a complaint up as well. */
    @Override
    @Transactional
    public ComplaintOutcome answer(ComplaintNumber number, String answer, CurrentUser staff) {
        var complaint = checked(complaints.lock(number), staff);
        if (!complaint.state().open()) {
            return new ComplaintOutcome.NotPossible(complaint.state());
        }
        var acceptedAt = complaint.acceptedAt() == null ? clock.instant() : complaint.acceptedAt();
        return keep(
                step(complaint, ComplaintState.ANSWERED, null, acceptedAt, answer.strip(), staff),
                "feedback.answer_complaint",
                staff);
    }

    private Complaint checked(Optional<Complaint> found, CurrentUser staff) {
        var complaint = found.orElseThrow(() -> new ProblemException(FeedbackProblem.COMPLAINT_NOT_FOUND));
        permissions.require(staff, Responsible.ANSWER_COMPLAINT, complaint.department());
        return complaint;
    }

    private Complaint step(
            Complaint before,
            ComplaintState state,
            @Nullable LocalDate dueOn,
            @Nullable Instant acceptedAt,
            @Nullable String reply,
            CurrentUser staff) {
        return new Complaint(
                before.number(),
                before.about(),
                before.department(),
                before.complainant(),
                before.text(),
                before.contact(),
                state,
                before.filedAt(),
                dueOn,
                acceptedAt,
                reply,
                state.open() ? null : clock.instant(),
                staff.name());
    }

    private ComplaintOutcome keep(Complaint complaint, String event, CurrentUser staff) {
        complaints.update(complaint);
        log(event, complaint, staff);
        record.tell(List.of(
                Notice.to(complaint.complainant(), "feedback.notice.complaint_" + complaint.state(), complaint.number())
                        .linking("/complaints/" + complaint.number())));
        return new ComplaintOutcome.Done(complaint);
    }

    private void log(String event, Complaint complaint, CurrentUser by) {
        record.write(AuditAction.of(
                        Responsible.actor(by),
                        event,
                        "complaint",
                        complaint.number().value())
                .with("department", complaint.department())
                .with("case", complaint.about()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Late> late(LocalDate filedFrom, LocalDate filedTo) {
        var zone = clock.getZone();
        return complaints
                .filed(
                        filedFrom.atStartOfDay(zone).toInstant(),
                        filedTo.plusDays(1).atStartOfDay(zone).toInstant())
                .stream()
                .flatMap(this::late)
                .toList();
    }

    /** Both steps by the days on which they began: a complaint keeps no last day after its end. */
    private Stream<Late> late(Complaint complaint) {
        var acceptedOn = day(complaint.acceptedAt());
        var endedOn = day(complaint.endedAt());
        var filedOn = complaint.filedAt().atZone(clock.getZone()).toLocalDate();
        var taken = late(complaint, ComplaintState.FILED, filedOn, acceptedOn == null ? endedOn : acceptedOn);
        return acceptedOn == null
                ? taken.stream()
                : Stream.of(taken, late(complaint, ComplaintState.ACCEPTED, acceptedOn, endedOn))
                        .flatMap(Optional::stream);
    }

    private Optional<Late> late(
            Complaint complaint, ComplaintState stage, LocalDate startedOn, @Nullable LocalDate endedOn) {
        var limit = stage == ComplaintState.FILED ? ACCEPTANCE_LIMIT : ANSWER_LIMIT;
        var dueOn = calendar.due(startedOn, limit.asLimit()).requireDueOn();
        var until = endedOn == null ? LocalDate.now(clock) : endedOn;
        return until.isAfter(dueOn)
                ? Optional.of(new Late(complaint.number(), complaint.department(), stage, startedOn, dueOn, endedOn))
                : Optional.empty();
    }

    private @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : at.atZone(clock.getZone()).toLocalDate();
    }
}
