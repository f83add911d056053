package org.zhengtong.service.items;

import org.zhengtong.base.problem.ProblemCode;

/** Failures of the item library. */
public enum ItemsProblem implements ProblemCode {
    ITEM_NOT_FOUND("item_not_found", 404);

    private final String fault;
    private final int status;

    ItemsProblem(String fault, int status) {
        this.fault = fault;
        this.status = status;
    }

    @Override
    public String code() {
        return "items." + fault;
    }

    @Override
    public int status() {
        return status;
    }
}
