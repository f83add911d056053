package org.zhengtong.app.hall.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditEntry;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.base.audit.EntryId;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.service.casework.CaseNumber;

/** Who of the authorities looked at an application; read from the log that nobody can change. */
@Component
public class DataLooks {

    private static final String LOOKED = "casework.view";

    private final AuditProofs log;
    private final Departments departments;

    DataLooks(AuditProofs log, Departments departments) {
        this.log = log;
        this.departments = departments;
    }

    /** One look; {@code purpose} is {@code handling} or {@code oversight}, and unknown in old entries, as the department is. */
    public record Look(
            EntryId id,
            CaseNumber number,
            Instant at,
            String name,
            @Nullable String department,
            @Nullable String purpose) {}

    /** Looks at any of these cases, the latest first. */
    public List<Look> at(Collection<CaseNumber> numbers, @Nullable EntryId before, int most) {
        var ids = numbers.stream().map(CaseNumber::value).toList();
        return log.entriesAbout("case", ids, LOOKED, before, most).stream()
                .map(this::look)
                .toList();
    }

    private Look look(AuditEntry entry) {
        var action = entry.action();
        var department = action.detail().get("department");
        return new Look(
                entry.id(),
                new CaseNumber(action.subject().id()),
                entry.at(),
                action.actor().name(),
                department == null
                        ? null
                        : departments
                                .find(new DepartmentId(department))
                                .map(Department::name)
                                .orElse(department),
                action.detail().get("purpose"));
    }

    /** All looks at a case, the latest first. */
    public List<Look> at(CaseNumber number) {
        return log.entriesAbout("case", number.value()).reversed().stream()
                .filter(entry -> entry.action().event().startsWith(LOOKED))
                .filter(entry -> entry.action().actor().kind() == Actor.Kind.STAFF)
                .map(this::look)
                .toList();
    }
}
