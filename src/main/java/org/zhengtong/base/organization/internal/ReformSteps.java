package org.zhengtong.base.organization.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.CellFault;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.OrganizationHistory.Succession;
import org.zhengtong.base.organization.OrganizationShift.PostShift;
import org.zhengtong.base.organization.OrganizationTable;
import org.zhengtong.base.organization.PostId;
import org.zhengtong.base.organization.Reform;
import org.zhengtong.base.organization.TableRow;

/** Takes a reform apart into rows to write, departments that cease and work that passes on, as things stand now. */
@Component
class ReformSteps {

    /** Everything that a reform does. */
    record Steps(
            List<TableRow> departments,
            List<TableRow> posts,
            List<TableRow> staff,
            List<Succession> successions,
            Set<DepartmentId> ceasing,
            List<PostShift> postShifts,
            List<CellFault> faults) {

        static Steps wrong(List<CellFault> faults) {
            return new Steps(List.of(), List.of(), List.of(), List.of(), Set.of(), List.of(), faults);
        }

        static Steps rows(OrganizationTable table, TableRow row) {
            var rows = List.of(row);
            return new Steps(
                    table == OrganizationTable.DEPARTMENT ? rows : List.of(),
                    List.of(),
                    table == OrganizationTable.STAFF ? rows : List.of(),
                    List.of(),
                    Set.of(),
                    List.of(),
                    List.of());
        }
    }

    private final TableStore store;

    ReformSteps(TableStore store) {
        this.store = store;
    }

    Steps of(Reform reform, LocalDate on) {
        return switch (reform) {
            case Reform.Rename rename -> rename(rename);
            case Reform.Merge merge -> merge(merge, on);
            case Reform.Split split -> split(split, on);
            case Reform.Close close -> close(close, on);
            case Reform.Move move ->
                staff(
                        move.staff().value(),
                        row -> row.with("department", move.to().value())
                                .with(
                                        "posts",
                                        String.join(
                                                " ",
                                                new TreeSet<>(move.posts().stream()
                                                        .map(PostId::value)
                                                        .toList()))));
            case Reform.Leave leave ->
                staff(leave.staff().value(), row -> row.with("posts", "").with("left_on", on.toString()));
        };
    }

    private Steps rename(Reform.Rename rename) {
        var row = department(rename.department());
        if (row == null) {
            return Steps.wrong(List.of(fault("department", rename.department(), "unknown_department")));
        }
        var renamed = row.with("name", rename.name()).with("short_name", rename.shortName());
        if (renamed.differences(row).isEmpty()) {
            return Steps.wrong(List.of(new CellFault(0, "name", rename.name(), "same_name", List.of())));
        }
        return Steps.rows(OrganizationTable.DEPARTMENT, RowFaults.normalized(renamed));
    }

    private Steps close(Reform.Close close, LocalDate on) {
        var row = department(close.department());
        var faults = new ArrayList<CellFault>();
        if (row == null || !row.text("closed_on").isEmpty()) {
            faults.add(
                    fault("department", close.department(), row == null ? "unknown_department" : "closed_department"));
            return Steps.wrong(faults);
        }
        var staff = store.staffOf(close.department().value()).size();
        if (staff > 0) {
            faults.add(new CellFault(
                    0, "department", close.department().value(), "close_with_staff", List.of(String.valueOf(staff))));
        }
        var below = store.column(OrganizationTable.DEPARTMENT, "parent").values().stream()
                .filter(close.department().value()::equals)
                .count();
        if (below > 0) {
            faults.add(new CellFault(
                    0,
                    "department",
                    close.department().value(),
                    "close_with_children",
                    List.of(String.valueOf(below))));
        }
        var ceasing = Set.of(close.department());
        return new Steps(
                List.of(row.with("closed_on", on.toString())),
                List.of(),
                List.of(),
                List.of(),
                ceasing,
                List.of(),
                faults);
    }

    private Steps staff(String id, java.util.function.UnaryOperator<TableRow> change) {
        var row = store.find(OrganizationTable.STAFF, List.of(id)).get(id);
        if (row == null) {
            return Steps.wrong(List.of(new CellFault(0, "staff", id, "unknown_staff", List.of(id))));
        }
        var changed = change.apply(row);
        return changed.differences(row).isEmpty()
                ? Steps.wrong(List.of(new CellFault(0, "posts", row.text("posts"), "nothing_changes", List.of())))
                : Steps.rows(OrganizationTable.STAFF, changed);
    }

    private Steps merge(Reform.Merge merge, LocalDate on) {
        var faults = new ArrayList<CellFault>();
        checkOpen(merge.into(), "into", faults);
        if (merge.from().isEmpty()) {
            faults.add(new CellFault(0, "from", "", "missing", List.of()));
        }
        var work = new Passing();
        for (var from : merge.from()) {
            checkOpen(from, "from", faults);
            if (from.equals(merge.into())) {
                faults.add(fault("into", from, "merge_into_itself"));
            }
            store.staffOf(from.value()).forEach(row -> work.pass(row, from, merge.into(), true));
            store.postsOf(from.value()).forEach(post -> work.post(new PostId(post.key()), merge.into(), true));
        }
        var successions = merge.from().stream()
                .map(from -> new Succession(from, merge.into(), true, true, on))
                .toList();
        return work.steps(successions, Set.copyOf(merge.from()), faults);
    }

    private Steps split(Reform.Split split, LocalDate on) {
        var faults = new ArrayList<CellFault>();
        checkOpen(split.from(), "from", faults);
        checkOpen(split.heir(), "heir", faults);
        var placed = new LinkedHashMap<String, DepartmentId>();
        for (var placement : split.placements()) {
            checkOpen(placement.to(), "placements", faults);
            placed.put(placement.staff().value(), placement.to());
        }
        var targets = new TreeSet<>(placed.values());
        targets.add(split.heir());
        targets.remove(split.from());
        if (targets.isEmpty()) {
            faults.add(fault("placements", split.from(), "split_into_nothing"));
        }
        var work = new Passing();
        for (var row : store.staffOf(split.from().value())) {
            var to = placed.getOrDefault(row.key(), split.heir());
            if (!to.equals(split.from())) {
                work.pass(row, split.from(), to, split.ceases());
            }
        }
        if (split.ceases()) {
            store.postsOf(split.from().value()).forEach(post -> work.post(new PostId(post.key()), split.heir(), true));
        }
        var successions = targets.stream()
                .map(to -> new Succession(split.from(), to, false, to.equals(split.heir()), on))
                .toList();
        return work.steps(successions, split.ceases() ? Set.of(split.from()) : Set.of(), faults);
    }

    private void checkOpen(DepartmentId id, String column, List<CellFault> faults) {
        var row = department(id);
        if (row == null) {
            faults.add(fault(column, id, "unknown_department"));
        } else if (!row.text("closed_on").isEmpty()) {
            faults.add(fault(column, id, "closed_department"));
        }
    }

    private static CellFault fault(String column, DepartmentId id, String rule) {
        return new CellFault(0, column, id.value(), rule, List.of(id.value()));
    }

    private @Nullable TableRow department(DepartmentId id) {
        return store.find(OrganizationTable.DEPARTMENT, List.of(id.value())).get(id.value());
    }

    /** People and posts on their way from one department to others; a post is made where it is missing. */
    private final class Passing {
        private final Map<String, TableRow> posts = new LinkedHashMap<>();
        private final Map<String, PostShift> shifts = new LinkedHashMap<>();
        private final List<TableRow> staff = new ArrayList<>();

        void pass(TableRow row, DepartmentId from, DepartmentId to, boolean ceases) {
            var held = new TreeSet<String>();
            for (var post : RowCheck.postsOf(row)) {
                var id = new PostId(post);
                held.add(id.department().equals(from) ? post(id, to, ceases).value() : post);
            }
            staff.add(row.with("department", to.value()).with("posts", String.join(" ", held)));
        }

        PostId post(PostId from, DepartmentId to, boolean ceases) {
            var slug = from.value().substring(from.value().indexOf('/') + 1);
            var taken = new PostId(to.value() + "/" + slug);
            shifts.putIfAbsent(from + ">" + taken, new PostShift(from, taken, ceases));
            if (!posts.containsKey(taken.value())) {
                var present = store.find(OrganizationTable.POST, List.of(from.value(), taken.value()));
                var like = present.getOrDefault(taken.value(), present.get(from.value()));
                var cells = new HashMap<>(like == null ? Map.<String, String>of() : like.cells());
                cells.put("id", taken.value());
                cells.put("closed_on", "");
                posts.put(taken.value(), new TableRow(OrganizationTable.POST, 0, cells));
            }
            return taken;
        }

        Steps steps(List<Succession> successions, Set<DepartmentId> ceasing, List<CellFault> faults) {
            return new Steps(
                    List.of(),
                    List.copyOf(posts.values()),
                    List.copyOf(staff),
                    successions,
                    ceasing,
                    List.copyOf(shifts.values()),
                    faults);
        }
    }
}
