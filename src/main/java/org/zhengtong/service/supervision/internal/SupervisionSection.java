package org.zhengtong.service.supervision.internal;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackSection;

/** Takes rules and outlines over from a pack. */
@Component
class SupervisionSection implements PackSection {

    private static final int AFTER_ORGANIZATION = 500;

    private final RuleStore rules;
    private final MapStore maps;
    private final Clock clock;

    SupervisionSection(RuleStore rules, MapStore maps, Clock clock) {
        this.rules = rules;
        this.maps = maps;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "supervision";
    }

    @Override
    public int order() {
        return AFTER_ORGANIZATION;
    }

    @Override
    public void check(PackReader pack, PackErrors errors) {
        PackRules.read(pack, errors);
        PackMap.read(pack, errors);
    }

    @Override
    public void apply(PackReader pack) {
        var found = PackRules.read(pack, new PackErrors());
        if (!found.rules().isEmpty()) {
            var from = found.validFrom();
            rules.saveSet(found.version(), found.name(), from == null ? LocalDate.now(clock) : from, clock.instant());
            found.rules().forEach(rules::save);
        }
        var areas = PackMap.read(pack, new PackErrors());
        if (!areas.isEmpty()) {
            maps.replaceAll(areas);
        }
    }
}
