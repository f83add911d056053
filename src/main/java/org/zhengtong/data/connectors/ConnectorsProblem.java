package org.zhengtong.data.connectors;

import org.zhengtong.base.problem.ProblemCode;

/** What can fail around connectors. */
public enum ConnectorsProblem implements ProblemCode {
    SOURCE_NOT_FOUND("connectors.source_not_found", 404),
    CONTRACT_NOT_FOUND("connectors.contract_not_found", 404),
    RUN_NOT_FOUND("connectors.run_not_found", 404),
    RUN_STOPPED("connectors.run_stopped", 409),
    KEY_DIFFERS("connectors.key_differs", 409),
    NO_KEY("connectors.no_key", 500),
    WRONG_KEY("connectors.wrong_key", 401),
    REQUEST_DIFFERS("connectors.request_differs", 409),
    BUSY("connectors.busy", 409),
    TOO_LARGE("connectors.too_large", 413),
    NO_REQUEST_NUMBER("connectors.no_request_number", 400),
    NOT_ITEMS("connectors.not_items", 422),
    NOT_ROWS("connectors.not_rows", 400);

    private final String code;
    private final int status;

    ConnectorsProblem(String code, int status) {
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
