package org.zhengtong.data.registers.internal.credit;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.registers.internal.credit.CreditRules.Act;
import org.zhengtong.data.registers.internal.credit.CreditRules.Rule;

/** Limits of publicity in {@code registers.credit_rule}. */
@Component
public class CreditRuleStore {

    private final JdbcClient jdbc;

    CreditRuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    CreditRules all() {
        return new CreditRules(jdbc.sql("select act, amount, basis, valid_from from registers.credit_rule")
                .query((row, _) -> new Rule(
                        Act.valueOf(row.getString("act")),
                        row.getInt("amount"),
                        row.getString("basis"),
                        row.getObject("valid_from", LocalDate.class)))
                .list());
    }

    /** Writes a limit in the place of the one for the same act and day. */
    public void put(Rule rule) {
        jdbc.sql("""
                insert into registers.credit_rule (act, valid_from, amount, unit, basis)
                values (:act, :from, :amount, :unit, :basis)
                on conflict (act, valid_from) do update
                set amount = excluded.amount, unit = excluded.unit, basis = excluded.basis
                """)
                .param("act", rule.act().name())
                .param("from", rule.validFrom())
                .param("amount", rule.amount())
                .param("unit", rule.act().unit())
                .param("basis", rule.basis())
                .update();
    }
}
