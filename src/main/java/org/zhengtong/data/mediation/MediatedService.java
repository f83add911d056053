package org.zhengtong.data.mediation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.DepartmentId;

/**
 * A service of a department's own system, offered at this node.
 *
 * @param resource code of its resource in the catalog; empty while it has none, and nobody can ask for it
 * @param openapi its interface as an OpenAPI document; empty when there is none
 */
public record MediatedService(
        ServiceCode code,
        String name,
        String summary,
        DepartmentId department,
        String resource,
        State state,
        List<Operation> operations,
        Backend backend,
        Limits limits,
        String openapi,
        int revision,
        Instant changedAt,
        String changedBy) {

    public MediatedService {
        operations = List.copyOf(operations);
    }

    /** Whether it can be called. */
    public enum State {
        DRAFT,
        OFFERED,
        PAUSED
    }

    /**
     * Where it stands in the department's own network.
     *
     * @param address beginning of each address: scheme, host, port, path
     * @param user for {@link Auth#BASIC}
     */
    public record Backend(String address, Auth auth, String user) {}

    /** How this node shows the department's system who it is. */
    public enum Auth {
        NONE,
        BASIC,
        BEARER
    }

    /** How long an answer may take, and how large request and answer may be, in octets. */
    public record Limits(Duration patience, int request, int answer) {}

    /**
     * What a form holds.
     *
     * @param secret new password or token; null keeps the one that is stored
     */
    public record Draft(
            ServiceCode code,
            String name,
            String summary,
            String resource,
            List<Operation> operations,
            Backend backend,
            @Nullable String secret,
            Limits limits,
            String openapi) {
        public Draft {
            operations = List.copyOf(operations);
        }
    }

    /** The operation that a call is; empty when none is offered. */
    public Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(each -> each.method().equals(method) && each.covers(path))
                .findFirst();
    }

    /** Whether the path is offered with any method. */
    public boolean knows(String path) {
        return operations.stream().anyMatch(each -> each.covers(path));
    }
}
