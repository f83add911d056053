package org.zhengtong.service.casework.internal;

import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseFile;
import org.zhengtong.service.casework.CaseworkProblem;

/** Who may do what to a case. */
@Component
class Rights {

    static final String VIEW = "casework.view_case";
    static final String ACCEPT = "casework.accept_case";
    static final String DECIDE = "casework.decide_case";
    static final String FILE_FOR_WALK_IN = "casework.file_for_walk_in";

    private final Permissions permissions;

    Rights(Permissions permissions) {
        this.permissions = permissions;
    }

    /** The intake belongs to those who may accept, every other step to those who may decide. */
    void requireTask(CurrentUser user, TaskRow task) {
        permissions.require(user, permission(task), task.department());
    }

    /** The same, or the lead department. */
    void requireTaskOrLead(CurrentUser user, LoadedCase loaded, TaskRow task) {
        if (!leads(user, loaded)) {
            requireTask(user, task);
        }
    }

    /** Whether the user decides for the department that leads the case. */
    boolean leads(CurrentUser user, LoadedCase loaded) {
        return leads(user, loaded.file());
    }

    /** Suspending a case and the like is the affair of the department that leads it. */
    void requireLead(CurrentUser user, LoadedCase loaded) {
        if (!leads(user, loaded)) {
            permissions.require(user, DECIDE, loaded.file().leadDepartment());
        }
    }

    /** Site visits are planned by the department that leads, or by the window for it. */
    void requireLeadOrWindow(CurrentUser user, LoadedCase loaded) {
        if (!leadsOrWindow(user, loaded)) {
            requireLead(user, loaded);
        }
    }

    boolean leadsOrWindow(CurrentUser user, LoadedCase loaded) {
        return leads(user, loaded) || mayTask(user, loaded.intake());
    }

    boolean leads(CurrentUser user, CaseFile file) {
        return permissions.may(user, DECIDE, file.leadDepartment());
    }

    boolean mayTask(CurrentUser user, TaskRow task) {
        return permissions.may(user, permission(task), task.department());
    }

    private static String permission(TaskRow task) {
        return task.kind() == Block.StepKind.INTAKE ? ACCEPT : DECIDE;
    }

    /** An agent acts in the matters he was authorized for. */
    void requireMatter(CurrentUser user, ItemCode item) {
        if (!user.mayActIn(ProcedureMatters.of(item))) {
            throw new ProblemException(CaseworkProblem.NOT_AUTHORIZED);
        }
    }

    void requireFilingForOthers(CurrentUser user) {
        permissions.require(user, FILE_FOR_WALK_IN);
    }

    /** Staff sees a case of its division, or one in which its department has a task. */
    void requireView(CurrentUser user, LoadedCase loaded) {
        var scope = permissions.scopeOf(user, VIEW);
        var seen = scope.covers(loaded.file().division())
                || loaded.tasks().stream().anyMatch(task -> scope.covers(task.department()));
        if (!seen) {
            permissions.require(user, VIEW, loaded.file().leadDepartment());
        }
    }

    /** For anybody but the applicant the case does not exist. */
    void requireApplicant(CurrentUser user, LoadedCase loaded) {
        if (!isApplicant(user, loaded)) {
            throw new ProblemException(
                    CaseworkProblem.CASE_NOT_FOUND, loaded.file().number().value());
        }
    }

    boolean isApplicant(CurrentUser user, LoadedCase loaded) {
        AccountId account = loaded.file().applicant().account();
        return user.id().equals(account)
                && user.mayActIn(ProcedureMatters.of(loaded.file().itemCode()));
    }

    /** The applicant himself, or the window that took the case in. */
    void requireApplicantOrWindow(CurrentUser user, LoadedCase loaded) {
        if (user.isStaff()) {
            requireTask(user, loaded.intake());
        } else {
            requireApplicant(user, loaded);
        }
    }
}
