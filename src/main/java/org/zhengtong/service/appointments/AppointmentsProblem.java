package org.zhengtong.service.appointments;

import org.zhengtong.base.problem.ProblemCode;

/** What can fail around appointments. */
public enum AppointmentsProblem implements ProblemCode {
    HALL_NOT_FOUND("appointments.hall_not_found", 404);

    private final String code;
    private final int status;

    AppointmentsProblem(String code, int status) {
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
