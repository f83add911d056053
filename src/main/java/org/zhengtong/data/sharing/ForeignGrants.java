package org.zhengtong.data.sharing;

import java.util.List;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.exchange.NodeCode;

/** What other nodes granted to departments here, by the newest signed snapshot of each; holds for as long as the snapshot does. */
public interface ForeignGrants {

    /**
     * A problem unless the newest snapshot of the node gives it now. A node that never sent one decides alone: it is asked at each
     * call anyway.
     *
     * @param number of the grant; empty for any
     */
    void require(NodeCode node, String number, DepartmentId consumer, Subject subject);

    /** Grants of a node that a department may use today, newest first; none from a snapshot that is out of date. */
    List<ForeignGrant> held(NodeCode node, DepartmentId consumer, Subject subject);
}
