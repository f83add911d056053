package org.zhengtong.service.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.DepartmentId;

/** The cases behind the figures of supervision, without personal data; who may see them the asking room has checked. */
public interface CaseRoll {

    /** One page of cases; {@code after} is {@link Page#next} of the page before, empty for the first. */
    Page list(Question question, String after, int size);

    /** A clock with its limits and how they came about, as of today or of its end. */
    Optional<ClockView> clock(CaseClocks.ClockRef clock);

    /** The account that holds the task of a clock, if somebody took it. */
    Optional<AccountId> holder(CaseClocks.ClockRef clock);

    /** Which cases a figure counts. */
    enum Which {
        FILED,
        DECIDED,
        OPEN,
        SOON,
        OVERDUE
    }

    /** A figure: the cases of a division and all below it; the days matter for filed and decided ones. */
    record Question(Which which, LocalDate from, LocalDate to, DivisionCode within) {}

    /** A case in the list; the due date is the nearer one of the clock that runs for the whole case or its intake. */
    record Entry(
            CaseNumber number,
            String itemName,
            DepartmentId department,
            CaseState state,
            LocalDate filedOn,
            @Nullable LocalDate dueOn) {}

    /** One page; {@code next} is empty on the last. */
    record Page(List<Entry> entries, String next) {}
}
