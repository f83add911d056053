package org.zhengtong.app.hall.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditEntry;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.base.audit.EntryId;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountLooks;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.service.casework.CaseNumber;

/** Who of the authorities looked at somebody's data; read from the log that nobody can change. */
@Component
public class DataLooks {

    private static final String CASE_VIEWED = "casework.view";

    private final AuditProofs log;
    private final Departments departments;

    DataLooks(AuditProofs log, Departments departments) {
        this.log = log;
        this.departments = departments;
    }

    /**
     * One look.
     *
     * @param number the case that was opened; null when it was something else
     * @param title name of what was seen; empty for a case and for the account itself
     * @param purpose key of the reason; unknown in old entries, as the department is
     */
    public record Look(
            EntryId id,
            @Nullable CaseNumber number,
            String title,
            Instant at,
            String name,
            @Nullable String department,
            @Nullable String purpose) {}

    /** Looks at an account's data or at any of these cases, the latest first. */
    public List<Look> at(AccountId account, Collection<CaseNumber> numbers, @Nullable EntryId before, int most) {
        var cases = numbers.stream().map(CaseNumber::value).toList();
        var whose = List.of(account.toString());
        return Stream.of(
                        log.entriesAbout("case", cases, CASE_VIEWED, before, most),
                        log.entriesAbout("account", whose, AccountLooks.EVENT, before, most),
                        log.entriesAbout("account", whose, AccountLooks.FOUND, before, most))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(AuditEntry::id).reversed())
                .limit(most)
                .map(this::look)
                .toList();
    }

    private Look look(AuditEntry entry) {
        var action = entry.action();
        var detail = action.detail();
        var department = detail.get("department");
        return new Look(
                entry.id(),
                action.subject().type().equals("case")
                        ? new CaseNumber(action.subject().id())
                        : null,
                Objects.requireNonNullElse(detail.get("title"), ""),
                entry.at(),
                action.actor().name(),
                department == null
                        ? null
                        : departments
                                .find(new DepartmentId(department))
                                .map(Department::name)
                                .orElse(department),
                action.event().equals(AccountLooks.FOUND)
                        ? "ACCOUNT"
                        : Objects.requireNonNullElse(detail.get("purpose"), detail.get("what")));
    }

    /** All looks at a case, the latest first. */
    public List<Look> at(CaseNumber number) {
        return log.entriesAbout("case", number.value()).reversed().stream()
                .filter(entry -> entry.action().event().startsWith(CASE_VIEWED))
                .filter(entry -> entry.action().actor().kind() == Actor.Kind.STAFF)
                .map(this::look)
                .toList();
    }
}
