package org.zhengtong.base.organization.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.OrganizationChanged;
import org.zhengtong.base.organization.OrganizationProblem;
import org.zhengtong.base.organization.Post;
import org.zhengtong.base.organization.PostId;
import org.zhengtong.base.organization.StaffDirectory;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.organization.StaffMember;
import org.zhengtong.base.problem.ProblemException;

@Service
class StoredStaffDirectory implements StaffDirectory {
    private static final int WHOLE_DEPARTMENT = 10_000;

    // Asked for on every page of staff, so it is remembered for moments; another instance's import shows that late.
    private final Cache<StaffId, StaffMember> remembered = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();
    private final StaffStore store;

    StoredStaffDirectory(StaffStore store) {
        this.store = store;
    }

    @Override
    public Optional<StaffMember> find(StaffId id) {
        var known = remembered.getIfPresent(id);
        if (known != null) {
            return Optional.of(known);
        }
        var found = store.find(Set.of(id)).stream().findFirst();
        found.ifPresent(member -> remembered.put(id, member));
        return found;
    }

    @TransactionalEventListener
    void forget(OrganizationChanged changed) {
        remembered.invalidateAll();
    }

    @Override
    public StaffMember require(StaffId id) {
        return find(id).orElseThrow(() -> new ProblemException(OrganizationProblem.STAFF_NOT_FOUND, id.value()));
    }

    @Override
    public Map<StaffId, String> names(Collection<StaffId> ids) {
        return store.find(ids).stream().collect(Collectors.toMap(StaffMember::id, StaffMember::name));
    }

    @Override
    public List<Post> heldPosts(StaffId id) {
        return store.find(Set.of(id)).stream()
                .filter(StaffMember::present)
                .flatMap(member -> member.posts().stream())
                .toList();
    }

    @Override
    public Map<PostId, List<StaffId>> holders(Collection<PostId> posts) {
        return posts.isEmpty() ? Map.of() : store.holders(posts);
    }

    @Override
    public List<StaffMember> of(DepartmentId department) {
        return store.search("", department, WHOLE_DEPARTMENT);
    }

    @Override
    public List<StaffMember> after(String id, String namePrefix, @Nullable DivisionCode within, int limit) {
        return store.after(id, namePrefix, within == null ? "" : within.prefix(), limit);
    }

    @Override
    public List<StaffMember> search(String namePrefix, @Nullable DepartmentId department, int limit) {
        return store.search(namePrefix, department, limit);
    }
}
