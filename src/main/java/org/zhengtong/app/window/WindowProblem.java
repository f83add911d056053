package org.zhengtong.app.window;

import org.zhengtong.base.problem.ProblemCode;

/** What can fail at the window. */
public enum WindowProblem implements ProblemCode {
    NOT_A_TASK("not_a_task", 404),
    NOT_A_CASE("not_a_case", 404);

    private final String fault;
    private final int status;

    WindowProblem(String fault, int status) {
        this.fault = fault;
        this.status = status;
    }

    @Override
    public String code() {
        return "window." + fault;
    }

    @Override
    public int status() {
        return status;
    }
}
