package org.zhengtong.base.organization;

import org.zhengtong.base.problem.ProblemCode;

/** What can fail when asking for a division, a department or a member of staff. */
public enum OrganizationProblem implements ProblemCode {
    DIVISION_NOT_FOUND("organization.division_not_found"),
    DEPARTMENT_NOT_FOUND("organization.department_not_found"),
    STAFF_NOT_FOUND("organization.staff_not_found");

    private final String code;

    OrganizationProblem(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return 404;
    }
}
