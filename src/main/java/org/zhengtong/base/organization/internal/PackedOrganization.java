package org.zhengtong.base.organization.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhengtong.base.codes.CreditCode;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.DepartmentKind;
import org.zhengtong.base.organization.Post;
import org.zhengtong.base.organization.PostId;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackRow;

/** What a pack says about divisions, departments, posts and staff, with all that is wrong reported. */
final class PackedOrganization {

    /** A member of staff as the pack writes it. */
    record PackedStaff(StaffId id, String name, DepartmentId department, Set<PostId> posts) {}

    private record Parent(String below, String code, PackRow row) {}

    private final PackErrors errors;
    private final Set<String> codes = new HashSet<>(100_000);
    private final List<Parent> parents = new ArrayList<>(100_000);
    private final List<Parent> below = new ArrayList<>();
    private final StringBuilder csv = new StringBuilder();
    private final Map<DepartmentId, Department> departments = new LinkedHashMap<>();
    private final Map<PostId, Post> posts = new LinkedHashMap<>();
    private final Map<StaffId, PackedStaff> staff = new LinkedHashMap<>();

    private PackedOrganization(PackErrors errors) {
        this.errors = errors;
    }

    static PackedOrganization read(PackReader pack, PackErrors errors) {
        var packed = new PackedOrganization(errors);
        pack.list("organization/divisions").forEach(file -> file.eachRow(errors, packed::division));
        packed.checkParents();
        pack.find("organization/departments.csv").ifPresent(file -> file.eachRow(errors, packed::department));
        packed.checkDepartmentParents();
        pack.find("organization/posts.csv").ifPresent(file -> file.eachRow(errors, packed::post));
        pack.find("organization/staff.csv").ifPresent(file -> file.eachRow(errors, packed::member));
        return packed;
    }

    String divisionsAsCsv() {
        return csv.toString();
    }

    List<Department> departments() {
        return List.copyOf(departments.values());
    }

    List<Post> posts() {
        return List.copyOf(posts.values());
    }

    List<PackedStaff> staff() {
        return List.copyOf(staff.values());
    }

    private void division(PackRow row) {
        var code = row.require("code", DivisionCode::new, errors);
        var name = row.require("name", errors);
        var level = row.require("level", Integer::valueOf, errors);
        var parent = row.find("parent_code", DivisionCode::new, errors);
        if (code.isEmpty() || name.isEmpty() || level.isEmpty()) {
            return;
        }
        var value = code.get().value();
        if (level.get() != code.get().level().ordinal()) {
            errors.add(row, "organization.pack.wrong_level", value, level.get());
        }
        if (!codes.add(value)) {
            errors.add(row, "organization.pack.twice", value);
            return;
        }
        parent.ifPresent(above -> parents.add(new Parent(value, above.value(), row)));
        csv.append(value).append(",\"").append(name.get().replace("\"", "\"\"")).append("\",");
        csv.append(parent.map(DivisionCode::value).orElse("")).append('\n');
    }

    private void checkParents() {
        parents.stream()
                .filter(parent -> !codes.contains(parent.code))
                .forEach(parent -> errors.add(parent.row, "organization.pack.unknown_division", parent.code));
        var above = new HashMap<String, String>();
        parents.forEach(parent -> above.put(parent.below, parent.code));
        parents.forEach(parent -> Circles.find(parent.below, above)
                .ifPresent(way -> errors.add(parent.row, "organization.pack.cycle", way)));
    }

    private void checkDepartmentParents() {
        var above = new HashMap<String, String>();
        below.forEach(parent -> above.put(parent.below, parent.code));
        for (var parent : below) {
            knownDepartment(parent.row, Optional.of(new DepartmentId(parent.code)));
            Circles.find(parent.below, above).ifPresent(way -> errors.add(parent.row, "organization.pack.cycle", way));
        }
    }

    private void department(PackRow row) {
        var id = row.require("id", DepartmentId::new, errors);
        var name = row.require("name", errors);
        var kind = row.require("kind", DepartmentKind::valueOf, errors);
        var creditCode = row.require("credit_code", CreditCode::new, errors);
        if (id.isEmpty() || name.isEmpty() || kind.isEmpty() || creditCode.isEmpty()) {
            return;
        }
        if (!codes.contains(id.get().division().value())) {
            errors.add(row, "organization.pack.unknown_division", id.get().division());
        }
        var department = new Department(
                id.get(),
                name.get(),
                row.find("short_name").orElse(name.get()),
                kind.get(),
                creditCode.get(),
                row.find("phone").orElse(null),
                row.find("address").orElse(null),
                row.find("parent", DepartmentId::new, errors).orElse(null),
                null,
                null);
        if (department.parent() != null) {
            below.add(new Parent(id.get().value(), department.parent().value(), row));
        }
        refuseTwice(row, id.get(), departments.putIfAbsent(id.get(), department));
    }

    private void post(PackRow row) {
        var id = row.require("id", PostId::new, errors);
        var name = row.require("name", errors);
        if (id.isEmpty() || name.isEmpty()) {
            return;
        }
        knownDepartment(row, id.map(PostId::department));
        refuseTwice(row, id.get(), posts.putIfAbsent(id.get(), new Post(id.get(), name.get())));
    }

    private void member(PackRow row) {
        var id = row.require("id", StaffId::new, errors);
        var name = row.require("name", errors);
        var department = knownDepartment(row, row.require("department", DepartmentId::new, errors));
        var held = new HashSet<PostId>();
        for (var post : row.text("posts").split("\\s+")) {
            if (!post.isEmpty()) {
                heldPost(row, post).ifPresent(held::add);
            }
        }
        if (id.isPresent() && name.isPresent() && department.isPresent()) {
            var member = new PackedStaff(id.get(), name.get(), department.get(), held);
            refuseTwice(row, id.get(), staff.putIfAbsent(id.get(), member));
        }
    }

    private Optional<PostId> heldPost(PackRow row, String written) {
        var post = posts.keySet().stream()
                .filter(known -> known.value().equals(written))
                .findFirst();
        if (post.isEmpty()) {
            errors.add(row, "organization.pack.unknown_post", written);
        }
        return post;
    }

    private Optional<DepartmentId> knownDepartment(PackRow row, Optional<DepartmentId> id) {
        id.filter(department -> !departments.containsKey(department))
                .ifPresent(department -> errors.add(row, "organization.pack.unknown_department", department));
        return id;
    }

    private void refuseTwice(PackRow row, Object id, @org.jspecify.annotations.Nullable Object before) {
        if (before != null) {
            errors.add(row, "organization.pack.twice", id);
        }
    }
}
