package org.zhengtong.base.search;

import org.zhengtong.base.problem.ProblemCode;

/** What can fail around search. */
public enum SearchProblem implements ProblemCode {
    INDEX_BROKEN("search.index_broken", 503);

    private final String code;
    private final int status;

    SearchProblem(String code, int status) {
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
