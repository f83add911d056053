package org.zhengtong.service.supervision.internal.score;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.EntryId;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.supervision.CardId;
import org.zhengtong.service.supervision.CardLevel;
import org.zhengtong.service.supervision.CardState;
import org.zhengtong.service.supervision.FrozenMonth;
import org.zhengtong.service.supervision.ManualPoint;
import org.zhengtong.service.supervision.MonthScore;
import org.zhengtong.service.supervision.ScoreLine;

/** Frozen scores, and the lines that the cards give for months that are not. */
@Component
class ScoreStore {

    /** What a line shows of its card and its points by hand, whatever table the line comes from. */
    private static final String SHOWN = """
            select l.department, l.kind, l.points, l.counts_on, l.of_month,
                c.id as card, c.subject, c.step, c.item_name, c.rule_version, c.rule_id, c.level, c.state,
                m.id as manual, m.month as manual_month, m.points as manual_points, m.reason, m.by_name, m.at
            from lines l
            left join supervision.card c on c.id = l.card
            left join supervision.manual_point m on m.id = l.manual
            where cast(:department as text) is null or l.department = :department
            order by l.department, l.counts_on, l.kind, l.card, l.manual
            """;

    private final JdbcClient jdbc;

    ScoreStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One line of a department. */
    private record Line(DepartmentId department, ScoreLine line) {}

    /** The lines of a month that is not frozen; corrections belong to the first of these months. */
    Map<DepartmentId, List<ScoreLine>> live(YearMonth month, boolean corrections, @Nullable DepartmentId department) {
        return grouped(jdbc.sql("""
                with lines as (
                    select department, 'CARD' as kind, -points as points, counts_on, id as card,
                        cast(null as bigint) as manual, cast(null as date) as of_month
                    from supervision.card
                    where counts_on >= :month and counts_on < :next and state in ('ISSUED', 'APPEALED', 'UPHELD')
                    union all
                    select department, 'MANUAL', points, month, null, id, null
                    from supervision.manual_point
                    where month = :month and withdrawn_at is null
                    union all
                    select department, 'CORRECTION', due - had, counts_on, id, null, of_month
                    from (
                        select c.id, c.department, c.counts_on, f.month as of_month,
                            case when c.state in ('ISSUED', 'APPEALED', 'UPHELD') then -c.points else 0 end as due,
                            (select coalesce(sum(l.points), 0) from supervision.score_line l where l.card = c.id) as had
                        from supervision.card c
                        join supervision.score_month f on f.month = date_trunc('month', c.counts_on)
                        where :corrections
                    ) changed
                    where due <> had
                )
                """ + SHOWN)
                .param("month", month.atDay(1))
                .param("next", month.plusMonths(1).atDay(1))
                .param("corrections", corrections)
                .param("department", department == null ? null : department.value())
                .query(ScoreStore::toLine)
                .list());
    }

    Map<DepartmentId, List<ScoreLine>> kept(YearMonth month, @Nullable DepartmentId department) {
        return grouped(jdbc.sql("with lines as (select * from supervision.score_line where month = :month) " + SHOWN)
                .param("month", month.atDay(1))
                .param("department", department == null ? null : department.value())
                .query(ScoreStore::toLine)
                .list());
    }

    private static Map<DepartmentId, List<ScoreLine>> grouped(List<Line> lines) {
        var grouped = new LinkedHashMap<DepartmentId, List<ScoreLine>>();
        for (var each : lines) {
            grouped.computeIfAbsent(each.department(), none -> new java.util.ArrayList<>())
                    .add(each.line());
        }
        return grouped;
    }

    private static Line toLine(ResultSet row, int number) throws SQLException {
        var department = new DepartmentId(row.getString("department"));
        var ofMonth = row.getObject("of_month", LocalDate.class);
        var line = new ScoreLine(
                ScoreLine.Kind.valueOf(row.getString("kind")),
                row.getBigDecimal("points"),
                row.getObject("counts_on", LocalDate.class),
                row.getString("card") == null ? null : toCounted(row),
                row.getString("manual") == null ? null : toManual(row, department),
                ofMonth == null ? null : YearMonth.from(ofMonth));
        return new Line(department, line);
    }

    private static ScoreLine.Counted toCounted(ResultSet row) throws SQLException {
        return new ScoreLine.Counted(
                new CardId(row.getLong("card")),
                row.getString("subject"),
                row.getString("step"),
                row.getString("item_name"),
                row.getString("rule_version"),
                row.getString("rule_id"),
                CardLevel.valueOf(row.getString("level")),
                CardState.valueOf(row.getString("state")));
    }

    static ManualPoint toManual(ResultSet row, DepartmentId department) throws SQLException {
        return new ManualPoint(
                row.getLong("manual"),
                YearMonth.from(row.getObject("manual_month", LocalDate.class)),
                department,
                row.getBigDecimal("manual_points"),
                row.getString("reason"),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /** Which departments have a frozen score. */
    List<DepartmentId> keptDepartments(YearMonth month) {
        return jdbc.sql("select department from supervision.score where month = :month order by department")
                .param("month", month.atDay(1))
                .query((row, number) -> new DepartmentId(row.getString("department")))
                .list();
    }

    List<FrozenMonth> frozenMonths() {
        return jdbc.sql("""
                select month, frozen_at, frozen_on, frozen_name, audit_entry
                from supervision.score_month
                order by month desc
                """)
                .query((row, number) -> new FrozenMonth(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getObject("frozen_at", OffsetDateTime.class).toInstant(),
                        row.getObject("frozen_on", LocalDate.class),
                        row.getString("frozen_name"),
                        new EntryId(row.getObject("audit_entry", UUID.class))))
                .list();
    }

    Optional<FrozenMonth> frozen(YearMonth month) {
        return frozenMonths().stream()
                .filter(each -> each.month().equals(month))
                .findFirst();
    }

    void insert(FrozenMonth month, long by, BigDecimal base) {
        jdbc.sql("""
                insert into supervision.score_month (month, frozen_at, frozen_on, frozen_by, frozen_name, base, audit_entry)
                values (:month, :at, :on, :by, :name, :base, :entry)
                """)
                .param("month", month.month().atDay(1))
                .param("at", month.frozenAt().atOffset(ZoneOffset.UTC))
                .param("on", month.frozenOn())
                .param("by", by)
                .param("name", month.frozenName())
                .param("base", base)
                .param("entry", month.entry().value())
                .update();
    }

    void insert(MonthScore score) {
        jdbc.sql("""
                insert into supervision.score (month, department, points, score)
                values (:month, :department, :points, :score)
                """)
                .param("month", score.month().atDay(1))
                .param("department", score.department().value())
                .param("points", score.points())
                .param("score", score.score())
                .update();
        var lines = score.lines();
        for (var serial = 0; serial < lines.size(); serial++) {
            insert(score, serial, lines.get(serial));
        }
    }

    private void insert(MonthScore score, int serial, ScoreLine line) {
        var card = line.card();
        var manual = line.manual();
        var ofMonth = line.ofMonth();
        jdbc.sql("""
                insert into supervision.score_line
                    (month, department, serial, kind, points, counts_on, card, manual, of_month)
                values (:month, :department, :serial, :kind, :points, :countsOn, :card, :manual, :ofMonth)
                """)
                .param("month", score.month().atDay(1))
                .param("department", score.department().value())
                .param("serial", serial + 1)
                .param("kind", line.kind().name())
                .param("points", line.points())
                .param("countsOn", line.countsOn())
                .param("card", card == null ? null : card.id().value())
                .param("manual", manual == null ? null : manual.id())
                .param("ofMonth", ofMonth == null ? null : ofMonth.atDay(1))
                .update();
    }

    /** One step on scores at a time, over all instances. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('supervision.score'))").query(row -> {});
    }

    /** Cards of a month that did not count at a moment, as {@code version/rule/subject/step}. */
    List<String> withdrawnAt(YearMonth month, DepartmentId department, Instant at) {
        return jdbc.sql("""
                select c.rule_version || '/' || c.rule_id || '/' || c.subject || '/' || c.step
                from supervision.card c
                where c.counts_on >= :month and c.counts_on < :next and c.department = :department
                    and (select e.kind from supervision.card_event e
                         where e.card = c.id and e.kind <> 'URGED' and e.at <= :at
                         order by e.id desc limit 1) = 'WITHDRAWN'
                """)
                .param("month", month.atDay(1))
                .param("next", month.plusMonths(1).atDay(1))
                .param("department", department.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }
}
