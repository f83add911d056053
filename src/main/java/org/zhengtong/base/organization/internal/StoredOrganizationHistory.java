package org.zhengtong.base.organization.internal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.OrganizationHistory;
import org.zhengtong.base.organization.StaffId;

@Service
class StoredOrganizationHistory implements OrganizationHistory {

    private final SuccessionStore successions;
    private final ChangeStore journal;
    private final OrganizationMemory memory;

    StoredOrganizationHistory(SuccessionStore successions, ChangeStore journal, OrganizationMemory memory) {
        this.successions = successions;
        this.journal = journal;
        this.memory = memory;
    }

    @Override
    public List<FormerName> formerNames(DepartmentId department) {
        return successions.names(department);
    }

    @Override
    public List<Succession> cameFrom(DepartmentId department) {
        return memory.contents().successions().stream()
                .filter(passed -> passed.to().equals(department))
                .toList();
    }

    @Override
    public List<Succession> passedTo(DepartmentId department) {
        return memory.contents().successions().stream()
                .filter(passed -> passed.from().equals(department))
                .toList();
    }

    @Override
    public List<PastPost> pastPosts(StaffId staff) {
        return successions.pastPosts(staff);
    }

    @Override
    public List<Change> changes(String kind, String subject, @Nullable Long before, int limit) {
        return journal.list(kind, subject, before, limit);
    }

    @Override
    public Optional<Change> find(long id) {
        return journal.find(id);
    }
}
