package org.zhengtong.app.hall.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditEntry;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.base.audit.EntryId;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountLooks;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.sharing.RecordLooks;
import org.zhengtong.service.casework.CaseNumber;

/** Who of the authorities looked at somebody's data; read from the log that nobody can change. */
@Component
public class DataLooks {

    private static final String CASE_VIEWED = "casework.view";

    private final AuditProofs log;
    private final Departments departments;
    private final RecordLooks records;
    private final Registers registers;
    private final Accounts accounts;

    DataLooks(AuditProofs log, Departments departments, RecordLooks records, Registers registers, Accounts accounts) {
        this.log = log;
        this.departments = departments;
        this.records = records;
        this.registers = registers;
        this.accounts = accounts;
    }

    /**
     * One look.
     *
     * @param number the case that was opened; null when it was something else
     * @param title name of what was seen; empty for a case and for the account itself
     * @param purpose key of the reason; unknown in old entries, as the department is
     * @param reason why in the reader's own words, at a register; null elsewhere
     * @param grant number of the grant under which a register was read; null when it was not another department
     */
    public record Look(
            EntryId id,
            @Nullable CaseNumber number,
            String title,
            Instant at,
            String name,
            @Nullable String department,
            @Nullable String purpose,
            @Nullable String reason,
            @Nullable String grant) {}

    /** Looks at an account's data or at any of these cases, the latest first. */
    public List<Look> at(AccountId account, Collection<CaseNumber> numbers, @Nullable EntryId before, int most) {
        var cases = numbers.stream().map(CaseNumber::value).toList();
        var whose = List.of(account.toString());
        return Stream.of(
                        log.entriesAbout("case", cases, CASE_VIEWED, before, most),
                        log.entriesAbout("account", whose, AccountLooks.EVENT, before, most),
                        log.entriesAbout("account", whose, AccountLooks.FOUND, before, most),
                        accounts.findCitizen(account)
                                .map(citizen -> records.at(citizen.number(), before, most))
                                .orElse(List.of()))
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
        var atRegister = Set.of("record", "register").contains(action.subject().type());
        return new Look(
                entry.id(),
                action.subject().type().equals("case")
                        ? new CaseNumber(action.subject().id())
                        : null,
                atRegister ? register(entry) : Objects.requireNonNullElse(detail.get("title"), ""),
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
                        : atRegister
                                ? action.event()
                                : Objects.requireNonNullElse(detail.get("purpose"), detail.get("what")),
                atRegister ? action.why() : null,
                detail.get("grant"));
    }

    /** Name of the register that was read. */
    private String register(AuditEntry entry) {
        var id = entry.action().subject().id();
        var slash = id.indexOf('/');
        var code = new RegisterCode(slash < 0 ? id : id.substring(0, slash));
        return registers.find(code).map(each -> each.title().chinese()).orElse(code.value());
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
