package org.zhengtong.service.supervision.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.service.supervision.MapArea;
import org.zhengtong.service.supervision.Maps;
import org.zhengtong.service.supervision.Rules;
import org.zhengtong.service.supervision.SupervisionRule;

@Service
class PublishedRules implements Rules, Maps {

    private final RuleStore rules;
    private final MapStore maps;
    private final Clock clock;

    PublishedRules(RuleStore rules, MapStore maps, Clock clock) {
        this.rules = rules;
        this.maps = maps;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<SupervisionRule> current() {
        return rules.timeline().on(LocalDate.now(clock));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SupervisionRule> find(String version, String id) {
        return rules.find(version, id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<MapArea> below(DivisionCode parent) {
        return maps.below(parent);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<DivisionCode> top() {
        return maps.top();
    }
}
