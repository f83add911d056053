package org.zhengtong.base.identity.internal;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.AccountLooks;
import org.zhengtong.base.identity.CurrentUser;

@Service
class LoggedAccountLooks implements AccountLooks {

    private final AuditLog audit;

    LoggedAccountLooks(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    @Transactional
    public void record(CurrentUser by, List<Look> looks) {
        var actions = looks.stream()
                .filter(look -> !look.whose().equals(by.id()))
                .map(look -> action(by, look))
                .toList();
        if (!actions.isEmpty()) {
            audit.recordAll(actions);
        }
    }

    private static AuditAction action(CurrentUser by, Look look) {
        var department = by.department();
        return AuditAction.of(by.actor(), EVENT, "account", look.whose().toString())
                .with("what", look.what())
                .with("title", look.title())
                .with("department", department == null ? null : department.value());
    }
}
