package org.zhengtong.data.catalog.internal.pack;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.organization.Post;
import org.zhengtong.base.pack.PackSection;
import org.zhengtong.data.catalog.internal.DatasetStore;
import org.zhengtong.data.catalog.internal.ListStore;
import org.zhengtong.data.catalog.internal.ResourceStore;
import org.zhengtong.data.catalog.internal.StoredLists;

/** Opens the pack's section to the tests of the room. */
public final class PackImportForTests {

    private PackImportForTests() {}

    /** The section where no department is known. */
    public static PackSection section(
            ListStore lists, StoredLists remembered, ResourceStore resources, DatasetStore datasets, Clock clock) {
        return new CatalogSection(lists, remembered, resources, datasets, new Nobody(), clock);
    }

    private static final class Nobody implements Departments {

        @Override
        public Optional<Department> find(DepartmentId id) {
            return Optional.empty();
        }

        @Override
        public Department require(DepartmentId id) {
            throw new IllegalStateException(id.value());
        }

        @Override
        public Map<DepartmentId, String> names(Collection<DepartmentId> ids) {
            return Map.of();
        }

        @Override
        public DepartmentId inCharge(DepartmentId id) {
            return id;
        }

        @Override
        public List<Post> posts(DepartmentId id) {
            return List.of();
        }

        @Override
        public List<Department> of(DivisionCode division) {
            return List.of();
        }

        @Override
        public List<Department> search(String text, @Nullable DivisionCode division, int limit) {
            return List.of();
        }
    }
}
