package org.zhengtong.base.organization.internal;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Division;
import org.zhengtong.base.organization.OrganizationChanged;
import org.zhengtong.base.organization.OrganizationHistory.Succession;

/** Divisions down to the county and all departments in memory; read anew after an import here or in another instance. */
@Component
class OrganizationMemory {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    /** Everything of one version. */
    record Contents(
            long version,
            Map<DivisionCode, Division> divisions,
            Map<DivisionCode, List<Division>> children,
            List<Division> provinces,
            Map<DepartmentId, Department> departments,
            List<Department> ordered,
            Map<DivisionCode, List<Department>> byDivision,
            List<Succession> successions) {}

    private final DivisionStore divisions;
    private final DepartmentStore departments;
    private final SuccessionStore successions;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile @Nullable Contents contents;
    private volatile long lookedAt;

    OrganizationMemory(DivisionStore divisions, DepartmentStore departments, SuccessionStore successions) {
        this.divisions = divisions;
        this.departments = departments;
        this.successions = successions;
    }

    Contents contents() {
        var present = contents;
        if (present != null && System.nanoTime() - lookedAt < LOOK_AGAIN.toNanos()) {
            return present;
        }
        loading.lock();
        try {
            present = contents;
            if (present == null || departments.version() != present.version) {
                present = load();
                contents = present;
            }
            lookedAt = System.nanoTime();
            return present;
        } finally {
            loading.unlock();
        }
    }

    @TransactionalEventListener
    void forget(OrganizationChanged changed) {
        contents = null;
    }

    private Contents load() {
        var version = departments.version();
        var known = divisions.downToCounties();
        var all = departments.all();
        return new Contents(
                version,
                known.stream().collect(Collectors.toMap(Division::code, Function.identity())),
                known.stream()
                        .filter(division -> division.parent() != null)
                        .collect(Collectors.groupingBy(OrganizationMemory::above)),
                known.stream()
                        .filter(division -> division.parent() == null)
                        .sorted(Comparator.comparing(Division::code))
                        .toList(),
                all.stream().collect(Collectors.toMap(Department::id, Function.identity())),
                all,
                all.stream().collect(Collectors.groupingBy(Department::division)),
                successions.all());
    }

    private static DivisionCode above(Division division) {
        var parent = division.parent();
        if (parent == null) {
            throw new IllegalArgumentException("A province has nothing above it: " + division.code());
        }
        return parent;
    }
}
