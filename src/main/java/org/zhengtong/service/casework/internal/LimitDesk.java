package org.zhengtong.service.casework.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.service.casework.CaseLimits;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.TaskId;

/** The front door of what is done about limits: draws the transaction around each action. */
@Service
class LimitDesk implements CaseLimits {

    private final SpecialProcedures procedures;
    private final Extensions extensions;
    private final LimitStore store;
    private final Permissions permissions;

    LimitDesk(SpecialProcedures procedures, Extensions extensions, LimitStore store, Permissions permissions) {
        this.procedures = procedures;
        this.extensions = extensions;
        this.store = store;
        this.permissions = permissions;
    }

    @Override
    @Transactional
    public CaseOutcome start(TaskId task, Start start, CurrentUser by) {
        return procedures.start(task, start, by);
    }

    @Override
    @Transactional
    public CaseOutcome end(TaskId task, End end, CurrentUser by) {
        return procedures.end(task, end, by);
    }

    @Override
    @Transactional
    public CaseOutcome ask(TaskId task, boolean joint, String reason, CurrentUser by) {
        return extensions.ask(task, joint, reason, by);
    }

    @Override
    @Transactional
    public CaseOutcome approve(CaseNumber number, int serial, CurrentUser by) {
        return extensions.approve(number, serial, by);
    }

    @Override
    @Transactional
    public CaseOutcome refuse(CaseNumber number, int serial, String reason, CurrentUser by) {
        return extensions.refuse(number, serial, reason, by);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waiting(@Nullable Cursor after, int size, CurrentUser by) {
        permissions.require(by, APPROVE);
        return store.waiting(permissions.scopeOf(by, APPROVE), after, size);
    }

    @Override
    @Transactional(readOnly = true)
    public long countWaiting(CurrentUser by) {
        var scope = permissions.scopeOf(by, APPROVE);
        return scope.isEmpty() ? 0 : store.countWaiting(scope);
    }
}
