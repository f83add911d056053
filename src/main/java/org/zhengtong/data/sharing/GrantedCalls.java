package org.zhengtong.data.sharing;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.sharing.GrantedReading.Use;

/** The door of services: each call asks whether its grant holds at this moment, counts against it, and is written down before it goes. */
public interface GrantedCalls {

    /** Writes the call down and gives the grant it goes under; a problem says why it may not go. */
    DataGrant pass(Call call);

    /** Grants that a department may use today, for this subject, newest first. */
    List<DataGrant> held(DepartmentId consumer, Subject subject);

    /**
     * One call.
     *
     * @param service code of the service
     * @param node the node it comes from; empty for this one
     * @param facts what the log says of it beside grant and department
     * @param first asked in the transaction that writes it down: false for a call that went before
     */
    record Call(Use use, String service, String node, Map<String, String> facts, BooleanSupplier first) {
        public Call {
            facts = Map.copyOf(facts);
        }
    }
}
