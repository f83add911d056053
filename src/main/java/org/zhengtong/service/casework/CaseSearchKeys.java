package org.zhengtong.service.casework;

/** How cases and their files are called in search. */
public final class CaseSearchKeys {
    /** Kind of a case. */
    public static final String CASE = "case";

    /** Kind of a file handed in with a case. */
    public static final String FILE = "file";

    public static final String DEPARTMENT = "department";
    public static final String STATE = "state";
    public static final String YEAR = "year";

    /** The case's number, with cases and files. */
    public static final String NUMBER = "number";

    /** The stored file's id, with files. */
    public static final String FILE_ID = "file_id";

    private CaseSearchKeys() {}
}
