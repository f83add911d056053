package org.zhengtong.data.registers.internal.correction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.data.registers.Corrections;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.internal.definition.Shapes;
import org.zhengtong.data.registers.internal.writing.VersionWriting;

@Service
class StoredCorrections implements Corrections {

    private final CorrectionStore requests;
    private final Shapes shapes;
    private final VersionWriting versions;
    private final Permissions permissions;
    private final CorrectionRecord record;
    private final WorkingCalendar calendar;
    private final Clock clock;

    StoredCorrections(
            CorrectionStore requests,
            Shapes shapes,
            VersionWriting versions,
            Permissions permissions,
            CorrectionRecord record,
            WorkingCalendar calendar,
            Clock clock) {
        this.requests = requests;
        this.shapes = shapes;
        this.versions = versions;
        this.permissions = permissions;
        this.record = record;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    @Transactional
    public CorrectionRequest flag(Doubt doubt, CurrentUser by) {
        var shape = shapes.require(doubt.register());
        var today = LocalDate.now(clock);
        // Decree 809 art. 26, 国发〔2016〕51号: the provider checks and answers; the day of the request does not count.
        var due = calendar.due(
                        today, TimeLimit.workingDays(shape.definition().facts().checkDays()))
                .requireDueOn();
        var request = requests.add(
                doubt,
                versions.shown(shape, doubt.key(), doubt.item()),
                shape.definition().sourceOf(doubt.item(), today),
                by,
                clock.instant(),
                due);
        mark(request);
        record.flagged(request, shape.definition(), by);
        return request;
    }

    private void mark(CorrectionRequest request) {
        versions.mark(
                shapes.require(request.register()),
                request.key(),
                requests.openFor(request.register(), request.key()).stream()
                        .map(open -> open.item().value())
                        .distinct()
                        .toList());
    }

    @Override
    @Transactional(readOnly = true)
    public List<CorrectionRequest> inbox(CurrentUser user, boolean answered, @Nullable Long after, int most) {
        var scope = permissions.scopeOf(user, Registers.EDIT_RECORD);
        return answered
                ? requests.answered(scope, after, most)
                : requests.open(
                        scope, after == null ? null : requests.find(after).orElse(null), most);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CorrectionRequest> find(long id) {
        return requests.find(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CorrectionRequest> openFor(RegisterCode register, RecordKey key) {
        return requests.openFor(register, key);
    }

    @Override
    @Transactional
    public CorrectOutcome correct(long id, String value, LocalDate validFrom, String answer, CurrentUser by) {
        var request = lock(id, by);
        if (request.state() != State.OPEN) {
            return new CorrectOutcome.AnsweredBefore(request);
        }
        var faults = versions.correct(
                shapes.require(request.register()), request.key(), request.item(), value, validFrom, by.name());
        return faults.isEmpty() ? answered(request, State.CORRECTED, answer, by) : new CorrectOutcome.Refused(faults);
    }

    @Override
    @Transactional
    public CorrectOutcome keep(long id, String answer, CurrentUser by) {
        var request = lock(id, by);
        return request.state() == State.OPEN
                ? answered(request, State.KEPT, answer, by)
                : new CorrectOutcome.AnsweredBefore(request);
    }

    private CorrectionRequest lock(long id, CurrentUser by) {
        var request = requests.lock(id).orElseThrow(() -> new ProblemException(RegistersProblem.CORRECTION_NOT_FOUND));
        permissions.require(by, Registers.EDIT_RECORD, request.source());
        return request;
    }

    private CorrectOutcome answered(CorrectionRequest request, State state, String answer, CurrentUser by) {
        requests.answer(request.id(), state, answer, by.name(), clock.instant());
        mark(request);
        var done = requests.find(request.id()).orElseThrow();
        record.answered(done, shapes.require(request.register()).definition(), by);
        return new CorrectOutcome.Answered(done);
    }

    @Override
    @Transactional(readOnly = true)
    public long waiting(CurrentUser user) {
        var scope = permissions.scopeOf(user, Registers.EDIT_RECORD);
        return scope.isEmpty() ? 0 : requests.waiting(scope);
    }
}
