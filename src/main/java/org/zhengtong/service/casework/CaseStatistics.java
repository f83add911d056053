package org.zhengtong.service.casework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.organization.DepartmentId;

/** Counts for the home page and for supervision; {@code within} is a division with everything below it, null = all. */
public interface CaseStatistics {

    /** The day's counts of a division. */
    Counts today(@Nullable DivisionCode within);

    /** Counts of a period (both days included) by county division. */
    List<ByDivision> byDivision(LocalDate from, LocalDate to, @Nullable DivisionCode within);

    /** Counts of a period by department: tasks, not cases. */
    List<ByDepartment> byDepartment(LocalDate from, LocalDate to, @Nullable DivisionCode within);

    /**
     * Counts of a period by item; below a bundle (一件事) the items of its lanes, which are parts of the same cases: sums are
     * those of the rows that are no parts.
     */
    List<ByItem> byItem(LocalDate from, LocalDate to, @Nullable DivisionCode within);

    /** Filed and decided cases on each working day of a period, and on other days on which there were some. */
    List<DayCount> series(LocalDate from, LocalDate to, @Nullable DivisionCode within);

    /** The median of working days from acceptance to decision of the cases decided in a period; null without any. */
    @Nullable
    Double medianDays(LocalDate from, LocalDate to, @Nullable DivisionCode within);

    /** Counts as of now: filed, accepted, decided today; open, due within one working day, overdue. */
    record Counts(int filed, int accepted, int decided, int open, int dueSoon, int overdue) {}

    /** Counts of one division. */
    record ByDivision(DivisionCode division, int filed, int decided, int inTime, int open, int overdue) {}

    /** Counts of one department's tasks. */
    record ByDepartment(DepartmentId department, int done, int inTime, int open, int dueSoon, int overdue) {}

    /**
     * Counts of one item: cases, or for a part the lanes of bundles that did its work.
     *
     * @param bundle the bundle's item when this is a part of it; null otherwise
     */
    record ByItem(ItemCode item, String name, @Nullable ItemCode bundle, int filed, int decided, int inTime) {}

    /** Counts of one day. */
    record DayCount(LocalDate on, int filed, int decided) {}
}
