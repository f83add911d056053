package org.zhengtong.app.design.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.permission.AccessReasons;

/** Whether a department exists and somebody in it may do what a step asks. */
@Component
class Holders {

    /** What a step of the tree asks for. */
    static final String DECIDE = "casework.decide_case";

    /** What intake asks for. */
    static final String ACCEPT = "casework.accept_case";

    private final Departments departments;
    private final AccessReasons reasons;
    private final Clock clock;

    Holders(Departments departments, AccessReasons reasons, Clock clock) {
        this.departments = departments;
        this.reasons = reasons;
        this.clock = clock;
    }

    /** Who stands behind a department. */
    enum Holding {
        UNKNOWN,
        NOBODY,
        HELD
    }

    Optional<Department> find(String department) {
        try {
            return departments.find(new DepartmentId(department)).filter(found -> found.existsOn(LocalDate.now(clock)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    Holding of(String department, String permission) {
        var found = find(department);
        if (found.isEmpty()) {
            return Holding.UNKNOWN;
        }
        var id = found.get().id();
        var now = clock.instant();
        return reasons.holders(permission).stream()
                        .anyMatch(held -> held.inForce(now) && held.scope().covers(id))
                ? Holding.HELD
                : Holding.NOBODY;
    }

    String name(String department) {
        return find(department).map(Department::shortName).orElse(department);
    }
}
