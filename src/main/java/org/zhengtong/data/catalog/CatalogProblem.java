package org.zhengtong.data.catalog;

import org.zhengtong.base.problem.ProblemCode;

/** What can fail in the catalog. */
public enum CatalogProblem implements ProblemCode {
    RESOURCE_NOT_FOUND("catalog.resource_not_found"),
    DRAFT_NOT_FOUND("catalog.draft_not_found"),
    VERSION_NOT_FOUND("catalog.version_not_found"),
    FILE_NOT_FOUND("catalog.file_not_found"),
    DATASET_NOT_FOUND("catalog.dataset_not_found");

    private final String code;

    CatalogProblem(String code) {
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
