package org.zhengtong.base.organization.internal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.organization.OrganizationChangeEffect;
import org.zhengtong.base.organization.OrganizationShift;

/** Asks the rooms above what hangs on a change, and tells them when it takes effect. They are looked up at first use. */
@Component
class ChangeEffects {

    private final ObjectProvider<OrganizationChangeEffect> effects;

    ChangeEffects(ObjectProvider<OrganizationChangeEffect> effects) {
        this.effects = effects;
    }

    List<OrganizationChangeEffect.Line> foresee(OrganizationShift shift) {
        var lines = new ArrayList<OrganizationChangeEffect.Line>();
        if (!shift.isEmpty()) {
            effects.orderedStream().forEach(effect -> lines.addAll(effect.foresee(shift)));
        }
        return lines;
    }

    void follow(OrganizationShift shift, Actor by) {
        if (!shift.isEmpty()) {
            effects.orderedStream().forEach(effect -> effect.follow(shift, by));
        }
    }
}
