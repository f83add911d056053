package org.zhengtong.data.mediation.internal.directory;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.mediation.ServiceCode;
import org.zhengtong.data.mediation.Services.HeldGrant;
import org.zhengtong.data.sharing.ForeignGrants;
import org.zhengtong.data.sharing.GrantedCalls;

/** Which grants a department may call under: of this node by its own book, of others by their snapshots. */
@Component
class HeldGrants {

    private final GrantedCalls own;
    private final ForeignGrants foreign;

    HeldGrants(GrantedCalls own, ForeignGrants foreign) {
        this.own = own;
        this.foreign = foreign;
    }

    List<HeldGrant> here(DepartmentId consumer, ServiceCode code) {
        return own.held(consumer, code.subject()).stream()
                .filter(grant -> grant.terms().node().isEmpty())
                .map(grant -> new HeldGrant(
                        grant.number().value(), consumer, grant.terms().purpose()))
                .toList();
    }

    List<HeldGrant> elsewhere(NodeCode node, DepartmentId consumer, ServiceCode code) {
        return foreign.held(node, consumer, code.subject()).stream()
                .map(grant -> new HeldGrant(grant.number().value(), consumer, grant.purpose()))
                .toList();
    }
}
