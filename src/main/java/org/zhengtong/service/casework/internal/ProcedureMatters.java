package org.zhengtong.service.casework.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.identity.MatterList;
import org.zhengtong.service.casework.Procedures;

/** What an agent can be authorized for: everything that can be applied for here, by its basic code. */
@Component
class ProcedureMatters implements MatterList {

    private final Procedures procedures;

    ProcedureMatters(Procedures procedures) {
        this.procedures = procedures;
    }

    @Override
    public List<Matter> all() {
        return procedures.list().stream()
                .map(procedure -> new Matter(of(procedure.itemCode()), procedure.title()))
                .distinct()
                .toList();
    }

    /** The matter an item belongs to: the same in every division. */
    static String of(ItemCode code) {
        return code.basicCode().orElse(code.value());
    }
}
