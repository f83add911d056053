package org.zhengtong.base.organization.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhengtong.base.codes.CreditCode;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.CellFault;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.DepartmentKind;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.base.organization.OrganizationTable;
import org.zhengtong.base.organization.PostId;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.organization.TableRow;

/** Checks rows against themselves, one another and what is stored; lives for one check. */
final class RowCheck {

    private final TableStore store;
    private final Divisions divisions;
    private final LocalDate today;
    private final boolean closing;
    private final RowFaults faults = new RowFaults();
    private final Map<String, TableRow> fresh = new LinkedHashMap<>();
    private Map<String, TableRow> stored = Map.of();

    /** {@code closing}: whether the rows may end departments, which only a reform does. */
    RowCheck(TableStore store, Divisions divisions, LocalDate today, boolean closing) {
        this.store = store;
        this.divisions = divisions;
        this.today = today;
        this.closing = closing;
    }

    /** All faults in the order of the lines. */
    List<CellFault> faults(OrganizationTable table, List<TableRow> rows, Map<String, TableRow> present) {
        stored = present;
        for (var row : rows) {
            faults.checkCells(row);
            var before = row.key().isEmpty() ? null : fresh.putIfAbsent(row.key(), row);
            if (before != null) {
                faults.add(row, "id", "twice", before.line());
            }
        }
        switch (table) {
            case DEPARTMENT -> checkDepartments();
            case POST -> checkPosts();
            case STAFF -> checkStaff();
        }
        return faults.list().stream()
                .sorted(java.util.Comparator.comparingInt(CellFault::line))
                .toList();
    }

    private void checkDepartments() {
        var parents = store.column(OrganizationTable.DEPARTMENT, "parent");
        var closed = store.column(OrganizationTable.DEPARTMENT, "closed_on");
        var codes = new HashMap<String, String>();
        store.column(OrganizationTable.DEPARTMENT, "credit_code").forEach((id, code) -> codes.put(code, id));
        fresh.values().forEach(row -> parents.put(row.key(), row.text("parent")));
        var known = knownDivisions();
        for (var row : fresh.values()) {
            faults.typed(row, "id", DepartmentId::new, "department_id")
                    .filter(id -> !known.contains(id.division()))
                    .ifPresent(id -> faults.add(row, "id", "unknown_division", id.division()));
            faults.typed(row, "kind", DepartmentKind::valueOf, "kind");
            faults.typed(row, "credit_code", CreditCode::new, "credit_code");
            var holder = codes.putIfAbsent(row.text("credit_code"), row.key());
            if (holder != null
                    && !holder.equals(row.key())
                    && !row.text("credit_code").isEmpty()) {
                faults.add(row, "credit_code", "credit_code_taken", holder);
            }
            checkParent(row, parents, closed);
            checkDates(row);
        }
    }

    private Set<DivisionCode> knownDivisions() {
        var codes = new HashSet<DivisionCode>();
        for (var key : fresh.keySet()) {
            departmentId(key).map(DepartmentId::division).ifPresent(codes::add);
        }
        return divisions.names(codes).keySet();
    }

    private void checkParent(TableRow row, Map<String, String> parents, Map<String, String> closed) {
        var parent = row.text("parent");
        if (parent.isEmpty()) {
            return;
        }
        if (!parents.containsKey(parent)) {
            faults.add(row, "parent", "unknown_department", parent);
        } else if (!closed.getOrDefault(parent, "").isEmpty()) {
            faults.add(row, "parent", "closed_department", parent);
        } else {
            Circles.find(row.key(), parents).ifPresent(path -> faults.add(row, "parent", "cycle", path));
        }
    }

    private void checkDates(TableRow row) {
        var before = stored.get(row.key());
        if (!closing && !row.text("closed_on").equals(before == null ? "" : before.text("closed_on"))) {
            faults.add(row, "closed_on", "closed_by_plan");
        }
        var opened = RowFaults.date(row.text("opened_on"));
        var closed = RowFaults.date(row.text("closed_on"));
        if (opened.isPresent() && closed.isPresent() && !opened.get().isBefore(closed.get())) {
            faults.add(row, "closed_on", "ends_before_it_begins", opened.get());
        }
    }

    private void checkPosts() {
        var departments = store.column(OrganizationTable.DEPARTMENT, "closed_on");
        var held = new HashSet<>(store.holders(fresh.values().stream()
                .filter(row -> !row.text("closed_on").isEmpty())
                .map(TableRow::key)
                .toList()));
        for (var row : fresh.values()) {
            faults.typed(row, "id", PostId::new, "post_id");
            var department = row.key().substring(0, Math.max(0, row.key().indexOf('/')));
            if (row.text("closed_on").isEmpty()) {
                openDepartment(row, "id", department, departments);
            }
            notAhead(row, "closed_on");
            if (held.contains(row.key())) {
                faults.add(row, "closed_on", "post_held");
            }
        }
    }

    private void checkStaff() {
        var departments = store.column(OrganizationTable.DEPARTMENT, "closed_on");
        var posts = store.column(OrganizationTable.POST, "closed_on");
        for (var row : fresh.values()) {
            faults.typed(row, "id", StaffId::new, "staff_id");
            if (row.text("left_on").isEmpty()) {
                openDepartment(row, "department", row.text("department"), departments);
            }
            notAhead(row, "left_on");
            if (!row.text("left_on").isEmpty() && !row.text("posts").isEmpty()) {
                faults.add(row, "posts", "left_with_posts");
            }
            for (var post : postsOf(row)) {
                var closedOn = posts.get(post);
                if (closedOn == null) {
                    faults.add(row, "posts", "unknown_post", post);
                } else if (!closedOn.isEmpty()) {
                    faults.add(row, "posts", "closed_post", post);
                }
            }
        }
    }

    private void openDepartment(TableRow row, String column, String department, Map<String, String> departments) {
        if (department.isEmpty()) {
            return;
        }
        var closedOn = departments.get(department);
        if (closedOn == null) {
            faults.add(row, column, "unknown_department", department);
        } else if (!closedOn.isEmpty()) {
            faults.add(row, column, "closed_department", department);
        }
    }

    private void notAhead(TableRow row, String column) {
        RowFaults.date(row.text(column))
                .filter(day -> day.isAfter(today))
                .ifPresent(day -> faults.add(row, column, "date_ahead"));
    }

    static Set<String> postsOf(TableRow row) {
        return row.text("posts").isEmpty()
                ? Set.of()
                : java.util.Arrays.stream(row.text("posts").split(" "))
                        .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private static Optional<DepartmentId> departmentId(String key) {
        try {
            return Optional.of(new DepartmentId(key));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
