package org.zhengtong.service.casework.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.service.casework.CaseCopies;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseView.EventKind;
import tools.jackson.databind.node.ObjectNode;

/** The front door of copies. */
@Service
class CaseCopyDesk implements CaseCopies {

    private final CaseCopyStore store;
    private final CaseFileStore cases;
    private final Departments departments;
    private final CopiedAnswers answers;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseCopyDesk(
            CaseCopyStore store,
            CaseFileStore cases,
            Departments departments,
            CopiedAnswers answers,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.departments = departments;
        this.answers = answers;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public ObjectNode copy(CaseNumber number) {
        return store.read(CaseKey.of(number)).put("number", number.value());
    }

    @Override
    @Transactional
    public Taken takeOver(ObjectNode copy, Actor from) {
        var number = CaseCopies.numberOf(copy);
        if (number == null || !CaseCopyStore.whole(copy)) {
            return Taken.UNREADABLE;
        }
        var here = cases.find(CaseKey.of(number)).orElse(null);
        if (here != null) {
            return store.same(here.key(), copy) ? Taken.ALREADY : Taken.NUMBER_USED;
        }
        if (!departmentsKnown(copy)) {
            return Taken.NO_DEPARTMENT;
        }
        store.add(CaseKey.of(number), copy, clock.instant());
        audit.record(AuditAction.of(from, "casework.take_over", "case", number.value()));
        return Taken.TAKEN;
    }

    private boolean departmentsKnown(ObjectNode copy) {
        return StreamSupport.stream(copy.path("tasks").spliterator(), false)
                .map(task -> task.path("department").asString(""))
                .allMatch(department -> !department.isEmpty()
                        && departments.find(new DepartmentId(department)).isPresent());
    }

    @Override
    @Transactional
    public Taken follow(ObjectNode copy, String handledAt, Actor from) {
        var number = CaseCopies.numberOf(copy);
        if (number == null || !CaseCopyStore.whole(copy)) {
            return Taken.UNREADABLE;
        }
        var before = cases.find(CaseKey.of(number)).orElse(null);
        if (before == null || !handledAt.equals(before.file().handledAt())) {
            return Taken.UNKNOWN_CASE;
        }
        var told = store.countEvents(before.key(), CopyNews.OF_LIMITS);
        store.follow(before.key(), copy);
        var after = cases.find(before.key()).orElseThrow();
        CopyNews.of(before, after, copy).forEach(events::publishEvent);
        CopyNews.ofLimits(after, copy, told).forEach(events::publishEvent);
        audit.record(AuditAction.of(from, "casework.follow", "case", number.value())
                .with("state", after.file().state()));
        return Taken.TAKEN;
    }

    @Override
    @Transactional
    public Taken supplement(ObjectNode copy, Actor from) {
        var loaded = handledHere(copy);
        if (loaded == null) {
            return Taken.UNKNOWN_CASE;
        }
        var at = latest(copy, EventKind.SUPPLEMENTED);
        return at == null ? Taken.UNREADABLE : answers.supplement(loaded, copy, by(loaded, from), at);
    }

    @Override
    @Transactional
    public Taken withdraw(ObjectNode copy, String reason, Actor from) {
        var loaded = handledHere(copy);
        if (loaded == null) {
            return Taken.UNKNOWN_CASE;
        }
        return answers.withdraw(loaded.file().number(), by(loaded, from), reason) instanceof CaseOutcome.Done
                ? Taken.TAKEN
                : Taken.ALREADY;
    }

    private static Doer by(LoadedCase loaded, Actor from) {
        return new Doer(null, loaded.file().applicant().contactName(), from);
    }

    private @Nullable LoadedCase handledHere(ObjectNode copy) {
        var number = CaseCopies.numberOf(copy);
        return number == null
                ? null
                : cases.find(CaseKey.of(number))
                        .filter(loaded -> loaded.file().handledAt() == null && store.same(loaded.key(), copy))
                        .orElse(null);
    }

    private static @Nullable Instant latest(ObjectNode copy, EventKind kind) {
        return StreamSupport.stream(copy.path("events").spliterator(), false)
                .filter(event -> event.path("kind").asString("").equals(kind.name()))
                .map(event ->
                        OffsetDateTime.parse(event.path("at").asString("")).toInstant())
                .reduce((_, later) -> later)
                .orElse(null);
    }
}
