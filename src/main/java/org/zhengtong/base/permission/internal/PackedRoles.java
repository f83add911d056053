package org.zhengtong.base.permission.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.PostId;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.permission.AdminRole;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.base.permission.Role;
import org.zhengtong.base.permission.RoleCode;

/** What a pack says about roles, with all that is wrong reported. */
final class PackedRoles {
    private static final Pattern PERMISSION = Pattern.compile("[a-z]+\\.[a-z]+(?:_[a-z]+)*");

    /** A role that the pack binds to a post. */
    record PackedPostRole(PostId post, RoleCode role, DataScope scope) {}

    /** A role that the pack gives to a member of staff. */
    record PackedAssignment(StaffId staff, RoleCode role, DataScope scope) {}

    private final PackErrors errors;
    private final Set<String> staff = new HashSet<>();
    private final Set<String> departments = new HashSet<>();
    private final Map<RoleCode, Role> roles = new LinkedHashMap<>();
    private final List<PackedAssignment> assignments = new ArrayList<>();
    private final List<PackedPostRole> postRoles = new ArrayList<>();
    private final Set<String> posts = new HashSet<>();

    private PackedRoles(PackErrors errors) {
        this.errors = errors;
    }

    static PackedRoles read(PackReader pack, PackErrors errors) {
        var packed = new PackedRoles(errors);
        packed.noteIds(pack, "organization/staff.csv", packed.staff);
        packed.noteIds(pack, "organization/departments.csv", packed.departments);
        packed.noteIds(pack, "organization/posts.csv", packed.posts);
        pack.find("permission/roles.yaml").flatMap(file -> file.tree(errors)).ifPresent(packed::read);
        return packed;
    }

    List<Role> roles() {
        return List.copyOf(roles.values());
    }

    List<PackedAssignment> assignments() {
        return List.copyOf(assignments);
    }

    List<PackedPostRole> postRoles() {
        return List.copyOf(postRoles);
    }

    private void noteIds(PackReader pack, String path, Set<String> ids) {
        pack.find(path).ifPresent(file -> file.eachRow(new PackErrors(), row -> ids.add(row.text("id"))));
    }

    private void read(PackNode tree) {
        tree.allow(Set.of("roles", "posts", "assignments"), errors);
        tree.list("roles").forEach(this::role);
        tree.list("posts").forEach(this::postRole);
        tree.list("assignments").forEach(this::assignment);
    }

    private void role(PackNode node) {
        node.allow(Set.of("code", "name", "permissions", "delegable"), errors);
        var code = node.require("code", RoleCode::new, errors);
        var name = node.requireAt("name", errors);
        if (code.isEmpty() || name.isEmpty()) {
            return;
        }
        var zh = name.get().require("zh", errors).orElse("");
        var en = name.get().find("en").orElse(zh);
        var delegable = node.find("delegable").filter("false"::equals).isEmpty();
        var permissions = new TreeSet<String>();
        for (var permission : node.list("permissions")) {
            if (PERMISSION.matcher(permission.text()).matches()) {
                permissions.add(permission.text());
            } else {
                errors.add(permission, "permission.pack.wrong_permission", permission.text());
            }
        }
        if (Duties.mixed(permissions)) {
            errors.add(node, "permission.pack.mixed", code.get());
        }
        if (AdminRole.of(code.get()).isPresent()
                || roles.putIfAbsent(code.get(), new Role(code.get(), zh, en, false, delegable, permissions)) != null) {
            errors.add(node, "permission.pack.twice", code.get());
        }
    }

    /** Without a scope of its own a post's role holds in the post's department. */
    private void postRole(PackNode node) {
        node.allow(Set.of("post", "role", "everything", "departments", "divisions"), errors);
        var post = known(node, node.require("post", PostId::new, errors), each -> posts.contains(each.value()));
        var role = known(node, node.require("role", RoleCode::new, errors), this::isRole);
        if (role.flatMap(this::duty).isPresent()) {
            errors.add(node, "permission.pack.administrator_by_post", role.get());
        } else if (post.isPresent() && role.isPresent()) {
            var written = scope(node);
            var scope = written.isEmpty() ? DataScope.of(post.get().department()) : written;
            postRoles.add(new PackedPostRole(post.get(), role.get(), scope));
        }
    }

    private void assignment(PackNode node) {
        node.allow(Set.of("staff", "role", "everything", "departments", "divisions"), errors);
        var id = known(node, node.require("staff", StaffId::new, errors), each -> staff.contains(each.value()));
        var role = known(node, node.require("role", RoleCode::new, errors), this::isRole);
        var scope = scope(node);
        if (scope.isEmpty()) {
            errors.add(node, "permission.pack.no_scope");
        } else if (id.isPresent() && role.isPresent()) {
            assignments.add(new PackedAssignment(id.get(), role.get(), scope));
            refuseUnited(node, id.get());
        }
    }

    // Three administrators, each apart from the others and from business.
    private void refuseUnited(PackNode node, StaffId member) {
        var duties = assignments.stream()
                .filter(held -> held.staff().equals(member))
                .map(held -> duty(held.role()))
                .distinct()
                .count();
        if (duties > 1) {
            errors.add(node, "permission.pack.united", member);
        }
    }

    private Optional<AdminRole> duty(RoleCode code) {
        var builtIn = AdminRole.of(code);
        return builtIn.isPresent()
                ? builtIn
                : Optional.ofNullable(roles.get(code)).flatMap(Duties::of);
    }

    private boolean isRole(RoleCode code) {
        return AdminRole.of(code).isPresent() || roles.containsKey(code);
    }

    private DataScope scope(PackNode node) {
        var inDepartments = new HashSet<DepartmentId>();
        for (var department : node.list("departments")) {
            made(department, DepartmentId::new)
                    .flatMap(made -> known(department, Optional.of(made), each -> departments.contains(each.value())))
                    .ifPresent(inDepartments::add);
        }
        var inDivisions = new HashSet<DivisionCode>();
        node.list("divisions")
                .forEach(division -> made(division, DivisionCode::new).ifPresent(inDivisions::add));
        return new DataScope(node.find("everything").filter("true"::equals).isPresent(), inDepartments, inDivisions);
    }

    private <T> Optional<T> made(PackNode node, Function<String, T> form) {
        try {
            return Optional.of(form.apply(node.text()));
        } catch (IllegalArgumentException refused) {
            errors.add(node, "permission.pack.unknown", node.text());
            return Optional.empty();
        }
    }

    private <T> Optional<T> known(PackNode node, Optional<T> value, java.util.function.Predicate<T> isKnown) {
        if (value.isPresent() && !isKnown.test(value.get())) {
            errors.add(node, "permission.pack.unknown", value.get());
            return Optional.empty();
        }
        return value;
    }
}
