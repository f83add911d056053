package org.zhengtong.service.casework.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseReading;

/** Who may read a case, and who has. */
@Component
class Readers {

    private final Rights rights;
    private final Permissions permissions;
    private final Viewings viewings;
    private final AuditProofs log;
    private final LookUpLimit limit;

    Readers(Rights rights, Permissions permissions, Viewings viewings, AuditProofs log, LookUpLimit limit) {
        this.rights = rights;
        this.permissions = permissions;
        this.viewings = viewings;
        this.log = log;
        this.limit = limit;
    }

    void admit(LoadedCase loaded, CurrentUser reader) {
        if (reader.isStaff()) {
            admitStaff(loaded, reader);
        } else {
            admitApplicant(loaded, reader);
        }
    }

    void admitStaff(LoadedCase loaded, CurrentUser reader) {
        rights.requireView(reader, loaded);
        viewings.viewed(loaded, reader);
    }

    void requireStaff(LoadedCase loaded, CurrentUser reader) {
        rights.requireView(reader, loaded);
    }

    void admitApplicant(LoadedCase loaded, CurrentUser reader) {
        rights.requireApplicant(reader, loaded);
    }

    DataScope scope(CurrentUser staff) {
        permissions.require(staff, Rights.VIEW);
        return permissions.scopeOf(staff, Rights.VIEW);
    }

    boolean covers(DataScope scope, LoadedCase loaded) {
        return scope.covers(loaded.file().division())
                || loaded.tasks().stream().anyMatch(task -> scope.covers(task.department()));
    }

    @Nullable
    Instant blockedUntil(String address) {
        return limit.blockedUntil(address);
    }

    /** From the audit log, the latest first. */
    List<CaseReading.Viewing> viewings(CaseNumber number) {
        return log.entriesAbout("case", number.value()).stream()
                .filter(entry -> entry.action().event().equals(Viewings.EVENT))
                .map(entry -> new CaseReading.Viewing(
                        entry.at(), entry.action().actor().name()))
                .sorted(Comparator.comparing(CaseReading.Viewing::at).reversed())
                .toList();
    }
}
