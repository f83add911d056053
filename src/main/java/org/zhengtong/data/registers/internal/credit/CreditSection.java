package org.zhengtong.data.registers.internal.credit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackSection;
import org.zhengtong.data.registers.internal.credit.CreditRules.Act;
import org.zhengtong.data.registers.internal.credit.CreditRules.Rule;

/** The pack's limits of publicity: {@code credit/limits.yaml}, which a pack with that register must have. */
@Component
class CreditSection implements PackSection {

    private static final String FILE = "credit/limits.yaml";
    private static final String REGISTER = "registers/" + CreditPublicity.REGISTER + ".yaml";
    private static final int MOST = 365;

    private final CreditRuleStore rules;

    CreditSection(CreditRuleStore rules) {
        this.rules = rules;
    }

    @Override
    public String name() {
        return "credit";
    }

    @Override
    public int order() {
        return 201;
    }

    @Override
    public void check(PackReader pack, PackErrors errors) {
        var found = read(pack, errors);
        if (pack.find(REGISTER).isPresent() && pack.require(FILE, errors).isPresent()) {
            Arrays.stream(Act.values())
                    .filter(act -> found.stream().noneMatch(rule -> rule.act() == act))
                    .forEach(act ->
                            errors.add(FILE, 0, "pack.missing_value", act.name().toLowerCase(Locale.ROOT)));
        }
    }

    @Override
    public void apply(PackReader pack) {
        read(pack, new PackErrors()).forEach(rules::put);
    }

    static List<Rule> read(PackReader pack, PackErrors errors) {
        var found = new ArrayList<Rule>();
        pack.find(FILE).flatMap(file -> file.tree(errors)).ifPresent(root -> {
            root.allow(Set.of("limits"), errors);
            root.list("limits").forEach(node -> read(node, errors, found));
        });
        return found;
    }

    private static void read(PackNode node, PackErrors errors, List<Rule> found) {
        node.allow(Set.of("act", "amount", "unit", "basis", "from"), errors);
        var act = node.require("act", text -> Act.valueOf(text.toUpperCase(Locale.ROOT)), errors);
        var amount = node.require("amount", CreditSection::amount, errors);
        var unit = node.require("unit", errors);
        var basis = node.require("basis", errors);
        var from = node.require("from", LocalDate::parse, errors);
        if (act.isPresent() && amount.isPresent() && unit.isPresent() && basis.isPresent() && from.isPresent()) {
            if (act.get().unit().toLowerCase(Locale.ROOT).equals(unit.get())) {
                found.add(new Rule(act.get(), amount.get(), basis.get(), from.get()));
            } else {
                errors.add(node, "pack.wrong_value", "unit", unit.get());
            }
        }
    }

    private static int amount(String text) {
        var amount = Integer.parseInt(text);
        if (amount < 0 || amount > MOST) {
            throw new IllegalArgumentException(text);
        }
        return amount;
    }
}
