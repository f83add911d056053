package org.zhengtong.data.connectors;

/** Why a source cannot be read; the text {@code connectors.fault.<name>} says it to people. */
public enum SourceFault {
    ADDRESS_NOT_ALLOWED(false),
    UNKNOWN_HOST(true),
    REFUSED(true),
    UNREACHABLE(true),
    TIMEOUT(true),
    BROKEN_OFF(true),
    STARTING(true),
    TOO_MANY_CONNECTIONS(true),
    TLS(false),
    WRONG_PASSWORD(false),
    HOST_KEY_UNKNOWN(false),
    HOST_KEY_CHANGED(false),
    PRIVATE_KEY(false),
    NO_SECRET(false),
    SECRET_LOST(false),
    NO_DATABASE(false),
    NO_TABLE(false),
    NO_COLUMN(false),
    NO_RIGHT(false),
    NO_DRIVER(false),
    KEY_NOT_UNIQUE(false),
    KEY_EMPTY(false),
    STATEMENT_TOO_LONG(true),
    STATEMENT_REFUSED(false),
    NO_FOLDER(false),
    OUTSIDE_FOLDER(false),
    FILE_CHANGED(false),
    FILE_NOT_READABLE(false),
    FILE_KIND(false),
    FILE_TOO_BIG(false),
    HTTP_STATUS(false),
    HTTP_BUSY(true),
    NOT_JSON(false),
    NO_RECORDS(false),
    SCHEMA_CHANGED(false),
    NO_MAPPING(false),
    DISK_FULL(true);

    private final boolean passing;

    SourceFault(boolean passing) {
        this.passing = passing;
    }

    /** Whether the same may well succeed a little later. */
    public boolean passing() {
        return passing;
    }

    public String key() {
        return "connectors.fault." + name();
    }
}
