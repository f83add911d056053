package org.zhengtong.base.workdays;

import java.util.Locale;
import org.zhengtong.base.problem.ProblemCode;

/** Failures of the working-day calendar. */
public enum WorkdaysProblem implements ProblemCode {
    EDIT_NOT_FOUND(404),
    YEAR_OUT_OF_RANGE(404);

    private final int status;

    WorkdaysProblem(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "workdays." + name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int status() {
        return status;
    }
}
