package org.zhengtong.base.establishment.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.PostId;
import org.zhengtong.base.organization.Reform;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.ui.TypedDay;

/**
 * What the form of a reform sends; each kind uses some of it.
 *
 * @param to the department that takes over
 * @param placed who goes where, by staff number
 */
public record ReformForm(
        String kind,
        String department,
        String staff,
        String effectiveOn,
        String reason,
        String name,
        String shortName,
        String to,
        List<String> from,
        List<String> posts,
        Map<String, String> placed) {
    private static final int LONGEST_REASON = 300;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    static ReformForm of(Map<String, String> fields, List<String> from, List<String> posts) {
        var placed = new TreeMap<String, String>();
        fields.forEach((name, value) -> {
            if (name.startsWith("place-") && !value.isEmpty()) {
                placed.put(name.substring("place-".length()), value);
            }
        });
        return new ReformForm(
                text(fields, "kind"),
                text(fields, "department"),
                text(fields, "staff"),
                text(fields, "effectiveOn"),
                text(fields, "reason"),
                text(fields, "name"),
                text(fields, "shortName"),
                text(fields, "to"),
                from,
                posts,
                placed);
    }

    private static String text(Map<String, String> fields, String name) {
        return Objects.requireNonNullElse(fields.get(name), "").strip();
    }

    /** The text keys of what is wrong, by field; the sense of it all is judged later. */
    Map<String, String> faults() {
        var faults = new java.util.LinkedHashMap<String, String>();
        if (!Reform.KINDS.containsKey(kind)) {
            faults.put("kind", "establishment.reform.kind.missing");
        }
        if (day() == null) {
            faults.put("effectiveOn", "establishment.reform.day.wrong");
        }
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            faults.put("reason", "establishment.reform.reason.wrong");
        }
        switch (kind) {
            case "RENAME" -> {
                if (name.isEmpty() || shortName.isEmpty()) {
                    faults.put(name.isEmpty() ? "name" : "shortName", "establishment.reform.name.missing");
                }
            }
            case "MERGE", "SPLIT", "MOVE" -> {
                if (to.isEmpty()) {
                    faults.put("to", "establishment.reform.to.missing");
                }
            }
            default -> {}
        }
        return faults;
    }

    @Nullable
    LocalDate day() {
        return TypedDay.of(effectiveOn)
                .filter(day -> !day.isBefore(EARLIEST) && day.getYear() <= 2149)
                .orElse(null);
    }

    /** The reform of a form without faults. */
    Reform reform() {
        return switch (kind) {
            case "RENAME" -> new Reform.Rename(new DepartmentId(department), name, shortName);
            case "MERGE" -> new Reform.Merge(merged(), new DepartmentId(to));
            case "SPLIT" -> new Reform.Split(new DepartmentId(department), placements(), new DepartmentId(to));
            case "CLOSE" -> new Reform.Close(new DepartmentId(department));
            case "MOVE" ->
                new Reform.Move(
                        new StaffId(staff),
                        new DepartmentId(to),
                        posts.stream().map(PostId::new).toList());
            case "LEAVE" -> new Reform.Leave(new StaffId(staff));
            default -> throw new IllegalArgumentException("Not a reform: " + kind);
        };
    }

    private List<DepartmentId> merged() {
        var merged = new ArrayList<DepartmentId>();
        merged.add(new DepartmentId(department));
        from.stream()
                .filter(id -> !id.equals(department))
                .map(DepartmentId::new)
                .forEach(merged::add);
        return merged;
    }

    private List<Reform.Placement> placements() {
        return placed.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(department))
                .map(entry -> new Reform.Placement(new StaffId(entry.getKey()), new DepartmentId(entry.getValue())))
                .toList();
    }
}
