package org.zhengtong.base.organization.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.OrganizationHistory.Succession;
import org.zhengtong.base.organization.OrganizationShift;
import org.zhengtong.base.organization.OrganizationShift.StaffShift;
import org.zhengtong.base.organization.OrganizationTable;
import org.zhengtong.base.organization.PostId;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.organization.TableCheck.RowChange;
import org.zhengtong.base.organization.TableRow;

/** Reads out of rows what a change means for the work of others. */
final class Shifts {

    private Shifts() {}

    static OrganizationShift of(ReformSteps.Steps steps, Map<String, TableRow> staffBefore, LocalDate on) {
        var heirs = new HashMap<DepartmentId, DepartmentId>();
        for (var passed : steps.successions()) {
            if (passed.heir() && steps.ceasing().contains(passed.from())) {
                heirs.put(passed.from(), passed.to());
            }
        }
        var closed = steps.ceasing().stream()
                .filter(department -> !heirs.containsKey(department))
                .collect(Collectors.toSet());
        var people = new ArrayList<StaffShift>();
        for (var row : steps.staff()) {
            addShift(row, staffBefore.get(row.key()), people);
        }
        return new OrganizationShift(on, heirs, closed, steps.postShifts(), people);
    }

    static OrganizationShift of(OrganizationTable table, List<RowChange> changes, LocalDate on) {
        if (table != OrganizationTable.STAFF) {
            return OrganizationShift.nothing(on);
        }
        var people = new ArrayList<StaffShift>();
        changes.forEach(change -> addShift(change.after(), change.before(), people));
        return new OrganizationShift(on, Map.of(), Set.of(), List.of(), people);
    }

    private static void addShift(TableRow after, @Nullable TableRow before, List<StaffShift> people) {
        var from = before == null || !before.text("left_on").isEmpty() ? null : department(before);
        var to = after.text("left_on").isEmpty() ? department(after) : null;
        var ended = posts(before);
        ended.removeAll(posts(after));
        var begun = posts(after);
        begun.removeAll(posts(before));
        if (!java.util.Objects.equals(from, to) || !ended.isEmpty() || !begun.isEmpty()) {
            people.add(new StaffShift(new StaffId(after.key()), from, to, ids(ended), ids(begun)));
        }
    }

    /** The departments that some rows belong to, before and after. */
    static Set<DepartmentId> departments(List<RowChange> changes) {
        var touched = new HashSet<DepartmentId>();
        for (var change : changes) {
            touched.add(department(change.after()));
            if (change.before() != null) {
                touched.add(department(change.before()));
            }
        }
        return touched;
    }

    static DepartmentId department(TableRow row) {
        return switch (row.table()) {
            case DEPARTMENT -> new DepartmentId(row.key());
            case POST -> new PostId(row.key()).department();
            case STAFF -> new DepartmentId(row.text("department"));
        };
    }

    static Set<DepartmentId> departments(ReformSteps.Steps steps) {
        var touched = new HashSet<>(steps.ceasing());
        for (Succession passed : steps.successions()) {
            touched.add(passed.from());
            touched.add(passed.to());
        }
        steps.departments().forEach(row -> touched.add(department(row)));
        steps.staff().forEach(row -> touched.add(department(row)));
        return touched;
    }

    private static Set<String> posts(@Nullable TableRow row) {
        return row == null ? new TreeSet<>() : new TreeSet<>(RowCheck.postsOf(row));
    }

    private static Set<PostId> ids(Set<String> posts) {
        return posts.stream().map(PostId::new).collect(Collectors.toSet());
    }
}
