package org.zhengtong.data.sharing.internal.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackSection;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.base.workdays.TimeLimitUnit;
import org.zhengtong.data.sharing.internal.request.TimeRuleStore;
import org.zhengtong.data.sharing.internal.request.TimeRuleStore.Act;
import org.zhengtong.data.sharing.internal.request.TimeRuleStore.Rule;

/** The pack's time limits for answers, extensions and decisions on disputes: {@code sharing/limits.yaml}. */
@Component
class SharingSection implements PackSection {

    private static final String FILE = "sharing/limits.yaml";
    private static final int LONGEST = 365;

    private final TimeRuleStore rules;

    SharingSection(TimeRuleStore rules) {
        this.rules = rules;
    }

    @Override
    public String name() {
        return "sharing";
    }

    @Override
    public int order() {
        return 700;
    }

    @Override
    public void check(PackReader pack, PackErrors errors) {
        read(pack, errors);
    }

    @Override
    public void apply(PackReader pack) {
        read(pack, new PackErrors()).forEach(rules::put);
    }

    private static List<Rule> read(PackReader pack, PackErrors errors) {
        var found = new ArrayList<Rule>();
        pack.find(FILE).flatMap(file -> file.tree(errors)).ifPresent(root -> {
            root.allow(Set.of("limits"), errors);
            root.list("limits").forEach(node -> read(node, errors, found));
        });
        return found;
    }

    private static void read(PackNode node, PackErrors errors, List<Rule> found) {
        node.allow(Set.of("division", "act", "days", "unit", "basis", "from"), errors);
        var division = node.require("division", DivisionCode::new, errors);
        var act = node.require("act", text -> Act.valueOf(text.toUpperCase(Locale.ROOT)), errors);
        var days = node.require("days", Integer::valueOf, errors).filter(each -> each >= 0 && each <= LONGEST);
        var unit = node.find("unit").orElse("working_days");
        var basis = node.require("basis", errors);
        var from = node.require("from", LocalDate::parse, errors);
        if (!Set.of("working_days", "calendar_days").contains(unit)) {
            errors.add(node, "pack.wrong_value", "unit", unit);
        } else if (days.isEmpty()) {
            errors.add(node, "pack.wrong_value", "days", node.find("days").orElse(""));
        } else if (division.isPresent() && act.isPresent() && basis.isPresent() && from.isPresent()) {
            var limit = new TimeLimit(days.get(), TimeLimitUnit.valueOf(unit.toUpperCase(Locale.ROOT)));
            found.add(new Rule(division.get(), act.get(), limit, basis.get(), from.get()));
        }
    }
}
