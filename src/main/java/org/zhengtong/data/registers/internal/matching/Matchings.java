package org.zhengtong.data.registers.internal.matching;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.base.jobs.WorkRequest;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.internal.matching.Matching.Nearness;
import org.zhengtong.data.registers.internal.matching.Matching.Pair;
import org.zhengtong.data.registers.internal.matching.Matching.Rule;
import org.zhengtong.data.registers.internal.matching.Matching.Side;
import org.zhengtong.data.registers.internal.matching.Matching.State;
import org.zhengtong.data.registers.internal.matching.Matching.Verdict;

/** Declares comparisons, and keeps what people say of their pairs. */
@Service
public class Matchings {

    private final MatchingStore matchings;
    private final Jobs jobs;
    private final AuditLog audit;
    private final Clock clock;

    Matchings(MatchingStore matchings, Jobs jobs, AuditLog audit, Clock clock) {
        this.matchings = matchings;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is to be compared. */
    public record NewMatching(
            String name,
            Side left,
            Side right,
            Rule rule,
            BigDecimal leastScore,
            @Nullable Nearness dates) {}

    /** What somebody says of a pair. */
    public record Judgement(long matching, long number, Verdict verdict, String note) {}

    /** Declares a comparison and starts it. */
    @Transactional
    public long start(NewMatching wanted, CurrentUser by) {
        var id = matchings.add(wanted, by.name(), clock.instant());
        var work = jobs.start(new WorkRequest(
                MatchingWork.KIND, JobNote.of("registers.match.work", wanted.name()), String.valueOf(id), by.name()));
        matchings.setWork(id, work.value());
        audit.record(AuditAction.of(by.actor(), "registers.match", "matching", String.valueOf(id))
                .with("left", wanted.left().register())
                .with("right", wanted.right().register()));
        return id;
    }

    @Transactional(readOnly = true)
    public List<Matching> list() {
        return matchings.list();
    }

    @Transactional(readOnly = true)
    public Optional<Matching> find(long id) {
        return matchings.find(id);
    }

    @Transactional(readOnly = true)
    public List<Pair> pairs(long id, @Nullable Verdict verdict, long after, int most) {
        return matchings.pairs(id, verdict, after, most);
    }

    @Transactional(readOnly = true)
    public Map<Verdict, Long> counts(long id) {
        return matchings.counts(id);
    }

    /** Asks a comparison that waits or runs to stop; what it has found stays. */
    @Transactional
    public void cancel(Matching matching, CurrentUser by) {
        if (matching.work() != null && jobs.cancel(new WorkId(matching.work()), by.actor())) {
            matchings.cancelWaiting(matching.id(), clock.instant());
            audit.record(AuditAction.of(by.actor(), "registers.stop_match", "matching", String.valueOf(matching.id())));
        }
    }

    /** Lets a stopped comparison go on where it stopped. */
    @Transactional
    public void goOn(Matching matching, CurrentUser by) {
        if (matching.work() != null && jobs.retry(new WorkId(matching.work()), by.actor())) {
            matchings.setState(matching.id(), State.WAITING, null);
            audit.record(
                    AuditAction.of(by.actor(), "registers.go_on_match", "matching", String.valueOf(matching.id())));
        }
    }

    /** Writes down that the pairs of a comparison left the platform as a file. */
    @Transactional
    public void exported(Matching matching, CurrentUser by) {
        audit.record(AuditAction.of(by.actor(), "registers.export_pairs", "matching", String.valueOf(matching.id())));
    }

    /** Keeps a verdict; it may be changed. */
    @Transactional
    public void judge(Judgement judgement, CurrentUser by) {
        if (!matchings.judge(judgement, by.name(), clock.instant())) {
            throw new ProblemException(RegistersProblem.MATCH_NOT_FOUND);
        }
        audit.record(
                AuditAction.of(by.actor(), "registers.judge_pair", "matching", String.valueOf(judgement.matching()))
                        .with("pair", judgement.number())
                        .with("verdict", judgement.verdict()));
    }
}
