package org.zhengtong.service.supervision;

import org.zhengtong.base.problem.ProblemCode;

/** What can fail around supervision. */
public enum SupervisionProblem implements ProblemCode {
    CARD_NOT_FOUND("supervision.card_not_found", 404),
    POINTS_NOT_FOUND("supervision.points_not_found", 404),
    RULES_NOT_FOUND("supervision.rules_not_found", 404),
    SIMULATION_NOT_FOUND("supervision.simulation_not_found", 404),
    SCORE_NOT_FOUND("supervision.score_not_found", 404);

    private final String code;
    private final int status;

    SupervisionProblem(String code, int status) {
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
