package org.zhengtong.service.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.service.casework.Applicant;
import org.zhengtong.service.casework.CaseFile;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.Channel;
import org.zhengtong.service.casework.Extension;
import org.zhengtong.service.casework.Opinion;
import org.zhengtong.service.casework.Reopening;
import org.zhengtong.service.casework.SiteVisit;
import org.zhengtong.service.casework.SpecialProcedure;
import org.zhengtong.service.casework.Suspension;

/** What is stored of a case in memory, how a change is written, and the stores that read it. */
final class MemoryStored {

    private final Clock clock;
    final Map<String, ClockRow> clocks = new TreeMap<>();
    final List<SpecialProcedure> procedures = new ArrayList<>();
    final List<Suspension> suspensions = new ArrayList<>();
    final List<Reopening> reopenings = new ArrayList<>();
    final List<Extension> extensions = new ArrayList<>();
    final List<Opinion> opinions = new ArrayList<>();
    LoadedCase loaded;

    MemoryStored(Clock clock, LoadedCase loaded) {
        this.clock = clock;
        this.loaded = loaded;
    }

    static CaseFile file(CaseState state, @Nullable LocalDate acceptedOn) {
        return new CaseFile(
                MemoryCase.NUMBER,
                "random",
                1,
                new ItemCode("11370100509819318T3000131001001"),
                "随机事项",
                new DivisionCode("370104"),
                new DivisionCode("370100"),
                MemoryCase.OFFICE,
                Channel.ONLINE,
                state,
                new Applicant(Applicant.Kind.PERSON, "王海燕", null, "王海燕", "13800000426", new AccountId(9)),
                Instant.EPOCH,
                LocalDate.of(2026, 1, 1),
                acceptedOn,
                false,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** What the one statement does. No row is written twice by it: the database would keep only one of both. */
    void apply(CaseChange change) {
        var tasks = new TreeMap<Integer, TaskRow>();
        loaded.tasks().forEach(task -> tasks.put(task.serial(), task));
        var touched = new HashSet<Integer>();
        change.changed.forEach(task -> {
            assertThat(touched.add(task.serial())).as("task " + task.serial()).isTrue();
            tasks.put(task.serial(), task);
        });
        change.opened.forEach(task -> assertThat(tasks.put(task.serial(), task)).isNull());
        applyClocks(change);
        var added = new ArrayList<>(loaded.added());
        if (change.steps != null) {
            change.steps.ended.forEach(one -> added.replaceAll(old -> old.serial() == one.serial() ? one : old));
            change.steps.added.forEach(one -> added.add(one.step()));
        }
        if (change.questions != null) {
            opinions.addAll(change.questions.asked);
            change.questions.ended.forEach(one -> opinions.replaceAll(old -> ended(old, one)));
            change.questions.moved.forEach(one -> opinions.replaceAll(old -> later(old, one)));
        }
        var moved = loaded.limitsMoved() || change.limits != null;
        loaded = new LoadedCase(
                        1,
                        1,
                        loaded.version(),
                        loaded.version(),
                        file(change.state, change.acceptedOn),
                        null,
                        null,
                        moved,
                        added,
                        List.copyOf(tasks.values()))
                .amended(List.copyOf(added));
    }

    private void applyClocks(CaseChange change) {
        var touched = new HashSet<String>();
        change.endedClocks.forEach(one -> {
            assertThat(touched.add(one.step())).as("clock " + one.step()).isTrue();
            clocks.computeIfPresent(
                    one.step(),
                    (_, row) -> row.endedAt() == null ? row.ended(change.at, change.on, one.canceled()) : row);
        });
        change.clocks.forEach(row -> {
            assertThat(touched.add(row.step())).as("clock " + row.step()).isTrue();
            clocks.put(row.step(), row);
        });
        if (change.limits == null) {
            return;
        }
        change.limits.moved.forEach(row -> {
            assertThat(touched.add(row.step())).as("clock " + row.step()).isTrue();
            clocks.put(row.step(), row);
        });
        change.limits.started.forEach(one -> procedures.add(new SpecialProcedure(
                one.serial(),
                one.task().serial(),
                one.task().step(),
                one.task().title(),
                one.kind(),
                one.reason(),
                change.on,
                one.expectedOn(),
                "",
                null,
                null,
                null,
                null)));
        change.limits.ended.forEach(
                one -> procedures.replaceAll(old -> old.serial() == one.serial() ? old.endedOn(change.on) : old));
        suspensions.addAll(change.limits.suspended);
        change.limits.resumed.forEach(
                one -> suspensions.replaceAll(old -> old.serial() == one.serial() ? old.endedOn(change.on) : old));
        reopenings.addAll(change.limits.reopenings);
        change.limits.reopeningsAnswered.forEach(one -> reopenings.replaceAll(
                old -> old.serial() == one.serial() ? old.answered(one.state(), "", change.at, one.answer()) : old));
        change.limits.asked.forEach(one -> extensions.add(one.request()));
        change.limits.answered.forEach(
                one -> extensions.replaceAll(old -> old.serial() == one.serial() ? answered(old, one) : old));
    }

    private Extension answered(Extension one, LimitChange.Answered answer) {
        return new Extension(
                one.serial(),
                one.step(),
                one.stepTitle(),
                one.department(),
                one.by(),
                one.law(),
                one.reason(),
                answer.state(),
                one.askedBy(),
                one.askedName(),
                one.askedAt(),
                "经办人2",
                clock.instant(),
                answer.answer());
    }

    private Opinion ended(Opinion one, ConsultChange.Ended end) {
        return one.serial() != end.serial()
                ? one
                : new Opinion(
                        one.serial(),
                        one.task(),
                        one.forTask(),
                        one.stepTitle(),
                        one.asking(),
                        one.department(),
                        one.question(),
                        one.dueOn(),
                        end.state(),
                        one.askedAt(),
                        one.askedBy(),
                        one.askedName(),
                        end.stance(),
                        end.words(),
                        clock.instant(),
                        "",
                        one.signing());
    }

    private static Opinion later(Opinion one, ConsultChange.Moved moved) {
        return one.serial() != moved.serial()
                ? one
                : new Opinion(
                        one.serial(),
                        one.task(),
                        one.forTask(),
                        one.stepTitle(),
                        one.asking(),
                        one.department(),
                        one.question(),
                        moved.dueOn(),
                        one.state(),
                        one.askedAt(),
                        one.askedBy(),
                        one.askedName(),
                        one.stance(),
                        one.words(),
                        one.endedAt(),
                        one.endedName(),
                        one.signing());
    }

    final class Files extends CaseFileStore {
        Files() {
            super(null, null, null);
        }

        @Override
        Optional<LoadedCase> find(long key) {
            return Optional.of(loaded);
        }
    }

    final class Store extends CaseStore {
        Store() {
            super(null, null, null, null, null, null, null);
        }

        @Override
        boolean apply(CaseChange change) {
            MemoryStored.this.apply(change);
            return true;
        }
    }

    final class Limits extends LimitStore {
        Limits() {
            super(null, null);
        }

        @Override
        List<ClockRow> clocks(long key) {
            return List.copyOf(clocks.values());
        }

        @Override
        List<SpecialProcedure> procedures(long key) {
            return List.copyOf(procedures);
        }

        @Override
        List<Suspension> suspensions(long key) {
            return List.copyOf(suspensions);
        }

        @Override
        List<Reopening> reopenings(long key) {
            return List.copyOf(reopenings);
        }

        @Override
        List<Extension> extensions(long key) {
            return List.copyOf(extensions);
        }
    }

    final class Visits extends VisitStore {
        Visits() {
            super(null, null);
        }

        @Override
        List<SiteVisit> of(long key) {
            return List.of();
        }
    }

    final class Parts extends CasePartsStore {
        Parts() {
            super(null, null);
        }

        @Override
        List<Opinion> opinions(long key) {
            return List.copyOf(opinions);
        }
    }

    /** Nothing is offered here. */
    static final class NoOffers extends OfferStore {
        NoOffers() {
            super(null, null);
        }
    }
}
