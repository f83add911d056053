package org.zhengtong.service.supervision.internal.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.DivisionLevel;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.CaseStatistics;
import org.zhengtong.service.supervision.FrozenMonth;
import org.zhengtong.service.supervision.LeagueRow;
import org.zhengtong.service.supervision.MonthScore;
import org.zhengtong.service.supervision.ScoreCheck;
import org.zhengtong.service.supervision.ScoreLine;
import org.zhengtong.service.supervision.ScoreOutcome;
import org.zhengtong.service.supervision.ScorePeriod;
import org.zhengtong.service.supervision.Scores;

@Service
class KeptScores implements Scores {

    private final ScoreStore store;
    private final ScoreDesk desk;
    private final ScoreRecount recount;
    private final CaseStatistics statistics;
    private final Clock clock;

    KeptScores(ScoreStore store, ScoreDesk desk, ScoreRecount recount, CaseStatistics statistics, Clock clock) {
        this.store = store;
        this.desk = desk;
        this.recount = recount;
        this.statistics = statistics;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<MonthScore> month(YearMonth month, @Nullable DivisionCode within) {
        return compute(month).stream()
                .filter(score ->
                        within == null || within.covers(score.department().division()))
                .toList();
    }

    /** All departments, by department. */
    private List<MonthScore> compute(YearMonth month) {
        if (store.frozen(month).isPresent()) {
            var lines = store.kept(month, null);
            return store.keptDepartments(month).stream()
                    .map(department ->
                            MonthScore.of(month, department, BASE, lines.getOrDefault(department, List.of())))
                    .toList();
        }
        var lines = store.live(month, openFirst(month), null);
        var departments = new TreeSet<>(lines.keySet());
        departments.addAll(busy(month));
        return departments.stream()
                .map(department -> MonthScore.of(month, department, BASE, lines.getOrDefault(department, List.of())))
                .toList();
    }

    /** Corrections stand in the first month after the frozen ones. */
    private boolean openFirst(YearMonth month) {
        return store.frozenMonths().stream()
                .findFirst()
                .map(last -> last.month().plusMonths(1).equals(month))
                .orElse(false);
    }

    private List<DepartmentId> busy(YearMonth month) {
        var today = LocalDate.now(clock);
        if (month.atDay(1).isAfter(today)) {
            return List.of();
        }
        return statistics.byDepartment(month.atDay(1), month.atEndOfMonth(), null).stream()
                .filter(row -> row.done() > 0 || month.equals(YearMonth.from(today)))
                .map(CaseStatistics.ByDepartment::department)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public MonthScore department(YearMonth month, DepartmentId department) {
        var lines = store.frozen(month).isPresent()
                ? store.kept(month, department)
                : store.live(month, openFirst(month), department);
        return MonthScore.of(month, department, BASE, lines.getOrDefault(department, List.of()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<MonthScore> trend(YearMonth upTo, int months, DepartmentId department) {
        var trend = new ArrayList<MonthScore>();
        for (var month = upTo.minusMonths(months - 1L); !month.isAfter(upTo); month = month.plusMonths(1)) {
            var scores = drawn(month) ? compute(month) : List.<MonthScore>of();
            scores.stream()
                    .filter(score -> score.department().equals(department))
                    .findFirst()
                    .ifPresent(trend::add);
        }
        return trend;
    }

    /** Frozen months and those that may still be frozen; counting older ones again and again is not worth it. */
    private boolean drawn(YearMonth month) {
        var last = store.frozenMonths().stream().findFirst();
        var open = last.map(frozen -> frozen.month().plusMonths(1))
                .orElseGet(() -> YearMonth.from(LocalDate.now(clock)).minusMonths(1));
        return !month.isBefore(open) || store.frozen(month).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public List<MonthMean> means(YearMonth upTo, int months, DivisionCode within) {
        var trend = new ArrayList<MonthMean>();
        for (var month = upTo.minusMonths(months - 1L); !month.isAfter(upTo); month = month.plusMonths(1)) {
            var scores = drawn(month) ? month(month, within) : List.<MonthScore>of();
            if (!scores.isEmpty()) {
                trend.add(new MonthMean(month, mean(scores).score()));
            }
        }
        return trend;
    }

    @Override
    @Transactional(readOnly = true)
    public List<LeagueRow> league(ScorePeriod period, DivisionCode within, @Nullable DivisionLevel level) {
        var now = means(period.months().stream(), within, level);
        var before = means(period.before().months().stream().filter(this::drawn), within, level);
        var sorted = now.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<DepartmentId, Mean> entry) ->
                                        entry.getValue().score(),
                                Comparator.reverseOrder())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        var rows = new ArrayList<LeagueRow>();
        for (var entry : sorted) {
            var last = rows.isEmpty() ? null : rows.getLast();
            var mean = entry.getValue();
            var rank = last != null && last.score().compareTo(mean.score()) == 0 ? last.rank() : rows.size() + 1;
            var earlier = before.get(entry.getKey());
            rows.add(new LeagueRow(
                    rank,
                    entry.getKey(),
                    mean.score(),
                    earlier == null ? null : earlier.score(),
                    mean.cards(),
                    mean.months()));
        }
        return rows;
    }

    private record Mean(BigDecimal score, int cards, int months) {}

    private Map<DepartmentId, Mean> means(
            Stream<YearMonth> months, DivisionCode within, @Nullable DivisionLevel level) {
        var today = YearMonth.from(LocalDate.now(clock));
        var scores = new HashMap<DepartmentId, List<MonthScore>>();
        months.filter(month -> !month.isAfter(today))
                .flatMap(month -> month(month, within).stream())
                .filter(score -> level == null || score.department().division().level() == level)
                .forEach(score -> scores.computeIfAbsent(score.department(), none -> new ArrayList<>())
                        .add(score));
        return scores.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> mean(entry.getValue())));
    }

    private static Mean mean(List<MonthScore> months) {
        var sum = months.stream().map(MonthScore::score).reduce(BigDecimal.ZERO, BigDecimal::add);
        var cards = months.stream()
                .mapToLong(month -> month.lines().stream()
                        .filter(line -> line.kind() != ScoreLine.Kind.MANUAL)
                        .count())
                .sum();
        return new Mean(
                sum.divide(BigDecimal.valueOf(months.size()), 2, RoundingMode.HALF_UP), (int) cards, months.size());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<FrozenMonth> frozen(YearMonth month) {
        return store.frozen(month);
    }

    @Override
    @Transactional(readOnly = true)
    public List<FrozenMonth> frozenMonths() {
        return store.frozenMonths();
    }

    @Override
    @Transactional(readOnly = true)
    public ScoreCheck check(YearMonth month, DepartmentId department) {
        return recount.check(department(month, department), store.frozen(month).orElse(null));
    }

    @Override
    @Transactional
    public ScoreOutcome givePoints(Given given, CurrentUser supervisor) {
        return desk.givePoints(given, supervisor);
    }

    @Override
    @Transactional
    public ScoreOutcome takeBackPoints(long manualPoint, String reason, CurrentUser supervisor) {
        return desk.takeBackPoints(manualPoint, reason, supervisor);
    }

    @Override
    @Transactional
    public ScoreOutcome freeze(YearMonth month, CurrentUser supervisor) {
        return desk.freeze(month, supervisor, () -> compute(month));
    }
}
