package org.zhengtong.service.supervision.internal.score;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.supervision.FrozenMonth;
import org.zhengtong.service.supervision.Judgement;
import org.zhengtong.service.supervision.ManualPoint;
import org.zhengtong.service.supervision.Maps;
import org.zhengtong.service.supervision.MonthScore;
import org.zhengtong.service.supervision.ScoreOutcome;
import org.zhengtong.service.supervision.Scores;
import org.zhengtong.service.supervision.SupervisionProblem;

/** What supervisors do to scores: points by hand, and freezing a month; each with its entry in the log. */
@Component
class ScoreDesk {

    private static final int SHORTEST_REASON = 10;

    /** The first month ever frozen lies no further back: all after it have to follow. */
    private static final int MOST_MONTHS_AGO = 24;

    private static final BigDecimal MOST = new BigDecimal("20");

    private final ScoreStore store;
    private final ManualPointStore points;
    private final Judgement judgement;
    private final Permissions permissions;
    private final Ground ground;
    private final AuditLog audit;
    private final Clock clock;

    /** Where the whole league plays. */
    @Component
    record Ground(Maps maps, Divisions divisions) {
        org.zhengtong.base.codes.DivisionCode top() {
            return maps.top().orElseGet(() -> divisions.provinces().getFirst().code());
        }
    }

    ScoreDesk(
            ScoreStore store,
            ManualPointStore points,
            Judgement judgement,
            Permissions permissions,
            Ground ground,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.points = points;
        this.judgement = judgement;
        this.permissions = permissions;
        this.ground = ground;
        this.audit = audit;
        this.clock = clock;
    }

    ScoreOutcome givePoints(Scores.Given given, CurrentUser supervisor) {
        permissions.require(supervisor, Scores.KEEP_SCORE, given.department());
        store.lock();
        if (store.frozen(given.month()).isPresent()) {
            return new ScoreOutcome.Frozen(given.month());
        }
        var wanted = given.points();
        if (wanted.signum() == 0
                || wanted.abs().compareTo(MOST) > 0
                || wanted.stripTrailingZeros().scale() > 1) {
            return new ScoreOutcome.PointsWrong();
        }
        var reason = given.reason().strip();
        if (tooShort(reason)) {
            return new ScoreOutcome.ReasonTooShort(SHORTEST_REASON);
        }
        var entry = audit.record(action(supervisor, "supervision.give_points", given.month())
                .because(reason)
                .with("department", given.department())
                .with("points", wanted.toPlainString()));
        var point = new ManualPoint(
                0, given.month(), given.department(), wanted, reason, supervisor.name(), clock.instant());
        points.insert(point, supervisor.id().value(), entry);
        return new ScoreOutcome.Done();
    }

    private static boolean tooShort(String reason) {
        return reason.codePointCount(0, reason.length()) < SHORTEST_REASON;
    }

    private static AuditAction action(CurrentUser by, String event, YearMonth month) {
        return AuditAction.of(by.actor(), event, "score_month", month.toString());
    }

    ScoreOutcome takeBackPoints(long id, String reason, CurrentUser supervisor) {
        store.lock();
        var point = points.find(id).orElseThrow(() -> new ProblemException(SupervisionProblem.POINTS_NOT_FOUND));
        permissions.require(supervisor, Scores.KEEP_SCORE, point.department());
        if (store.frozen(point.month()).isPresent()) {
            return new ScoreOutcome.Frozen(point.month());
        }
        if (tooShort(reason.strip())) {
            return new ScoreOutcome.ReasonTooShort(SHORTEST_REASON);
        }
        audit.record(action(supervisor, "supervision.take_back_points", point.month())
                .because(reason.strip())
                .with("department", point.department())
                .with("points", point.points().toPlainString()));
        points.withdraw(id, supervisor.name(), reason.strip(), clock.instant());
        return new ScoreOutcome.Done();
    }

    ScoreOutcome freeze(YearMonth month, CurrentUser supervisor, Supplier<List<MonthScore>> scores) {
        permissions.require(supervisor, Scores.KEEP_SCORE, ground.top());
        store.lock();
        var today = LocalDate.now(clock);
        if (!today.isAfter(month.atEndOfMonth())) {
            return new ScoreOutcome.NotOver(month);
        }
        var last = store.frozenMonths().stream().findFirst().orElse(null);
        if (last != null && !month.isAfter(last.month())) {
            return new ScoreOutcome.Frozen(month);
        }
        if (last != null && !last.month().plusMonths(1).equals(month)) {
            return new ScoreOutcome.OutOfTurn(last.month().plusMonths(1));
        }
        var earliest = YearMonth.from(today).minusMonths(MOST_MONTHS_AGO);
        if (month.isBefore(earliest)) {
            return new ScoreOutcome.OutOfTurn(earliest);
        }
        judgement.judge();
        keep(month, scores.get(), supervisor);
        return new ScoreOutcome.Done();
    }

    private void keep(YearMonth month, List<MonthScore> scores, CurrentUser supervisor) {
        var entry = audit.record(action(supervisor, "supervision.freeze_month", month)
                .with("departments", scores.size())
                .with(
                        "lines",
                        scores.stream().mapToInt(score -> score.lines().size()).sum())
                .with("sha256", digest(scores)));
        var at = clock.instant();
        var frozen = new FrozenMonth(month, at, LocalDate.now(clock), supervisor.name(), entry);
        store.insert(frozen, supervisor.id().value(), Scores.BASE);
        scores.forEach(store::insert);
    }

    /** Of one line {@code department score} for each department, so that the log vouches for the figures. */
    private static String digest(List<MonthScore> scores) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (var score : scores) {
                var line = score.department() + " " + score.score().toPlainString() + "\n";
                sha256.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
