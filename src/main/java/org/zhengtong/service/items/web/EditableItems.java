package org.zhengtong.service.items.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.organization.Division;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.service.items.ItemQuery;
import org.zhengtong.service.items.ServiceItems;

/** The items whose guides somebody may edit. */
@Component
class EditableItems {

    static final String EDIT_ITEM = "items.edit_item";

    private final ServiceItems items;
    private final Permissions permissions;
    private final Departments departments;
    private final Divisions divisions;

    EditableItems(ServiceItems items, Permissions permissions, Departments departments, Divisions divisions) {
        this.items = items;
        this.permissions = permissions;
        this.departments = departments;
        this.divisions = divisions;
    }

    /** The departments with items that the user may edit. */
    List<Department> departments(CurrentUser user) {
        permissions.require(user, EDIT_ITEM);
        var scope = permissions.scopeOf(user, EDIT_ITEM);
        return items.counts(places(scope)).departments().stream()
                .map(count -> new DepartmentId(count.value()))
                .filter(scope::covers)
                .flatMap(id -> departments.find(id).stream())
                .toList();
    }

    /** One page of a department's items; without a readable department, of the first one in reach. */
    ItemQuery query(
            List<Department> reach, String text, @Nullable String department, @Nullable String after, int limit) {
        var chosen = reach.stream()
                .filter(each -> each.id().value().equals(department))
                .findFirst()
                .or(() -> reach.stream().findFirst());
        var id = chosen.map(Department::id).orElse(null);
        var place = id == null ? List.<DivisionCode>of() : List.of(id.division());
        return new ItemQuery(text, place, id, null, null, null, after, limit);
    }

    private List<DivisionCode> places(DataScope scope) {
        if (scope.everything()) {
            return divisions.path(items.frontPage().region()).stream()
                    .map(Division::code)
                    .toList();
        }
        var named = new ArrayList<DivisionCode>();
        Stream.concat(scope.departments().stream().map(DepartmentId::division), scope.divisions().stream())
                .distinct()
                .forEach(named::add);
        return named;
    }
}
