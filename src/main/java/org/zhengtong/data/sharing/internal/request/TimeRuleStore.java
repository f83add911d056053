package org.zhengtong.data.sharing.internal.request;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.base.workdays.TimeLimitUnit;

/** Time limits by division, act and day in {@code sharing.time_rule}. */
@Component
public class TimeRuleStore {

    private final JdbcClient jdbc;

    TimeRuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What has a limit. */
    public enum Act {
        ANSWER,
        EXTENSION,
        RULING
    }

    /** One limit. */
    public record Rule(DivisionCode division, Act act, TimeLimit limit, String basis, LocalDate validFrom) {}

    List<Rule> all() {
        return jdbc.sql("""
                select division, act, amount, unit, basis, valid_from
                from sharing.time_rule
                """)
                .query((row, _) -> new Rule(
                        new DivisionCode(row.getString("division")),
                        Act.valueOf(row.getString("act")),
                        new TimeLimit(row.getInt("amount"), TimeLimitUnit.valueOf(row.getString("unit"))),
                        row.getString("basis"),
                        row.getObject("valid_from", LocalDate.class)))
                .list();
    }

    /** Writes a limit in the place of the one for the same division, act and day. */
    public void put(Rule rule) {
        jdbc.sql("""
                insert into sharing.time_rule (division, act, amount, unit, basis, valid_from)
                values (:division, :act, :amount, :unit, :basis, :from)
                on conflict (division, act, valid_from) do update
                set amount = excluded.amount, unit = excluded.unit, basis = excluded.basis
                """)
                .param("division", rule.division().value())
                .param("act", rule.act().name())
                .param("amount", rule.limit().amount())
                .param("unit", rule.limit().unit().name())
                .param("basis", rule.basis())
                .param("from", rule.validFrom())
                .update();
    }
}
