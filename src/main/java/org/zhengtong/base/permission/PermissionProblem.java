package org.zhengtong.base.permission;

import org.zhengtong.base.problem.ProblemCode;

/** What can fail when asking for or granting rights. */
public enum PermissionProblem implements ProblemCode {
    /** The user does not hold the right here; the text names the right and who grants it. */
    MISSING("permission.missing", 403),
    ROLE_NOT_FOUND("permission.role_not_found", 404),
    ASSIGNMENT_NOT_FOUND("permission.assignment_not_found", 404),
    /** The role or its scope reaches further than the granter's own. */
    BEYOND_OWN_SCOPE("permission.beyond_own_scope", 403),
    /** The last administrator cannot lose the role. */
    LAST_ADMINISTRATOR("permission.last_administrator", 409),
    /** Nobody holds two of the three administrators' roles. */
    SECOND_ADMINISTRATOR("permission.second_administrator", 409),
    /** A post would bring business to an administrator. */
    ADMINISTRATOR_BY_POST("permission.administrator_by_post", 409),
    /** An administrator does no business, and who does business is no administrator. */
    ADMINISTRATOR_WITHOUT_BUSINESS("permission.administrator_without_business", 409);

    private final String code;
    private final int status;

    PermissionProblem(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
