package org.zhengtong.data.sharing.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.ReadPermit.Condition;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.sharing.SharingRequest;
import org.zhengtong.data.sharing.Subject;

/** Names of departments and items, and how long something still has, for pages. */
@Component
public class SharingNames {

    private final Departments departments;
    private final Registers registers;
    private final WorkingCalendar calendar;
    private final Clock clock;

    SharingNames(Departments departments, Registers registers, WorkingCalendar calendar, Clock clock) {
        this.departments = departments;
        this.registers = registers;
        this.calendar = calendar;
        this.clock = clock;
    }

    public String department(DepartmentId id) {
        return departments.find(id).map(each -> each.shortName()).orElse(id.value());
    }

    /** The register; null for a service. */
    public @Nullable RegisterDefinition register(Subject subject) {
        return subject.isService() ? null : registers.find(subject.register()).orElse(null);
    }

    /** Title of an item in the reader's language. */
    public String item(RegisterCode code, ItemName item, Locale language) {
        return registers
                .find(code)
                .flatMap(register -> register.find(item))
                .map(each -> each.title().in(language))
                .orElse(item.value());
    }

    /** Conditions on records as a sentence; empty when there are none. */
    public String rows(Subject subject, List<Condition> rows, Shell shell) {
        return rows.stream()
                .map(row -> item(subject.register(), row.item(), shell.locale()) + " "
                        + shell.say("sharing.comparison." + row.comparison()) + " " + String.join("、", row.values()))
                .collect(Collectors.joining("；"));
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Working days left until an answer is due; negative when it is late. */
    public int daysLeft(SharingRequest request) {
        var answer = Objects.requireNonNull(request.clock());
        return calendar.workingDaysBetween(today(), answer.dueOn());
    }
}
