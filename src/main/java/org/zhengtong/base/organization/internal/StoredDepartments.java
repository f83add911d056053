package org.zhengtong.base.organization.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.organization.OrganizationProblem;
import org.zhengtong.base.organization.Post;
import org.zhengtong.base.problem.ProblemException;

@Service
class StoredDepartments implements Departments {

    private final DepartmentStore store;
    private final OrganizationMemory memory;
    private final Clock clock;

    StoredDepartments(DepartmentStore store, OrganizationMemory memory, Clock clock) {
        this.store = store;
        this.memory = memory;
        this.clock = clock;
    }

    // What memory misses may belong to an import that is still under way.
    @Override
    public Optional<Department> find(DepartmentId id) {
        var known = memory.contents().departments().get(id);
        return known != null ? Optional.of(known) : store.find(id);
    }

    @Override
    public Department require(DepartmentId id) {
        return find(id).orElseThrow(() -> new ProblemException(OrganizationProblem.DEPARTMENT_NOT_FOUND, id.value()));
    }

    @Override
    public Map<DepartmentId, String> names(Collection<DepartmentId> ids) {
        var names = new HashMap<DepartmentId, String>();
        ids.forEach(id -> find(id).ifPresent(department -> names.put(id, department.shortName())));
        return names;
    }

    @Override
    public List<Post> posts(DepartmentId id) {
        return store.posts(id);
    }

    @Override
    public List<Department> of(DivisionCode division) {
        return present(memory.contents().byDivision().getOrDefault(division, List.of()));
    }

    private List<Department> present(List<Department> all) {
        var today = LocalDate.now(clock);
        return all.stream().filter(department -> department.existsOn(today)).toList();
    }

    // A merger may follow a merger; the number of steps is bounded in case two name each other.
    @Override
    public DepartmentId inCharge(DepartmentId id) {
        var successions = memory.contents().successions();
        var present = id;
        for (var step = 0; step < successions.size(); step++) {
            var from = present;
            var next = successions.stream()
                    .filter(passed -> passed.from().equals(from) && passed.heir())
                    .filter(passed -> closed(from))
                    .findFirst();
            if (next.isEmpty()) {
                return present;
            }
            present = next.get().to();
        }
        return present;
    }

    private boolean closed(DepartmentId id) {
        var today = LocalDate.now(clock);
        return find(id).filter(department -> !department.existsOn(today)).isPresent();
    }

    @Override
    public List<Department> search(String text, @Nullable DivisionCode division, int limit) {
        var sought = text.strip();
        var all = division == null ? present(memory.contents().ordered()) : of(division);
        return all.stream()
                .filter(department -> department.name().contains(sought)
                        || department.shortName().contains(sought))
                .limit(limit)
                .toList();
    }
}
