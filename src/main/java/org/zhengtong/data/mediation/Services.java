package org.zhengtong.data.mediation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.exchange.NodeCode;

/** Front door of services: those that departments here offer, and those of neighbouring nodes. */
public interface Services {

    /** The right to see services and the calls of one's department. */
    String VIEW_SERVICE = "mediation.view_service";

    /** The right to declare services of one's department, to test and to pause them. */
    String MANAGE_SERVICE = "mediation.manage_service";

    /** A service of this node. */
    Optional<MediatedService> find(ServiceCode code);

    /** A service of this node; a problem when there is none. */
    MediatedService require(ServiceCode code);

    /** Everything that is offered, here and at neighbours, by name; drafts of the user's department as well. */
    List<Listed> search(Query query, CurrentUser by);

    /** Everything that is offered, here and at neighbours. */
    List<Listed> offered();

    /** Writes a service down; a new one for the user's department. {@code revision} 0 for a new one. */
    SaveOutcome save(MediatedService.Draft draft, int revision, CurrentUser by);

    /** Lets it be called. */
    void offer(ServiceCode code, CurrentUser by);

    /** Kill switch of one service: no call goes through until it is offered again. */
    void pause(ServiceCode code, String reason, CurrentUser by);

    /** Calls an operation directly, without grant, for its own department. */
    Tested test(ServiceCode code, String pathAndQuery, CurrentUser by);

    /** Whether the user answers for the service. */
    boolean manages(MediatedService service, CurrentUser by);

    /** Grants under which a department may call a service of a node, as far as known here, newest first. */
    List<HeldGrant> held(NodeCode node, ServiceCode code, DepartmentId consumer);

    /**
     * A service as everybody sees it.
     *
     * @param node where it is offered
     * @param own whether that is this node
     */
    record Listed(
            NodeCode node,
            String nodeName,
            boolean own,
            ServiceCode code,
            String name,
            String summary,
            DepartmentId department,
            String departmentName,
            String resource,
            MediatedService.State state,
            List<Operation> operations,
            String openapi) {
        public Listed {
            operations = List.copyOf(operations);
        }

        /** Its page. */
        public String href() {
            return "/staff/mediation" + (own ? "" : "/nodes/" + node) + "/services/" + code;
        }
    }

    /** A grant for a service. */
    record HeldGrant(String number, DepartmentId consumer, String purpose) {}

    /**
     * Which services.
     *
     * @param node null for all
     * @param department null for all
     * @param state null for all
     */
    record Query(
            String text, @Nullable String node, @Nullable String department, MediatedService.@Nullable State state) {}

    /** What became of a draft. */
    sealed interface SaveOutcome {
        record Saved(MediatedService service) implements SaveOutcome {}

        /** These fields are wrong: key of the reason by field. */
        record Refused(Map<String, String> faults) implements SaveOutcome {}

        /** Somebody else changed it meanwhile. */
        record Overtaken(MediatedService service) implements SaveOutcome {}
    }

    /**
     * What came of a test.
     *
     * @param fault null when the system answered
     * @param body the beginning of the answer
     */
    record Tested(
            int status,
            String type,
            long tookMillis,
            String body,
            @Nullable String fault) {}
}
