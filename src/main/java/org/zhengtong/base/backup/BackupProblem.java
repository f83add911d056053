package org.zhengtong.base.backup;

import org.zhengtong.base.problem.ProblemCode;

/** Why a backup is not made, or not restored; nothing was touched then. */
public enum BackupProblem implements ProblemCode {
    /** The file to write is there already. */
    FILE_EXISTS("backup.file_exists", 409),

    /** No such file, or not readable. */
    FILE_NOT_FOUND("backup.file_not_found", 404),

    /** No archive, or its end is missing. */
    CUT_OR_NO_ARCHIVE("backup.cut_or_no_archive", 422),

    /** An archive of another program. */
    FOREIGN("backup.foreign", 422),

    /** Made by a newer program. */
    NEWER("backup.newer", 422),

    /** Contents differ from their digests. */
    DAMAGED("backup.damaged", 422),

    /** The node's folder holds something. */
    FOLDER_NOT_EMPTY("backup.folder_not_empty", 409),

    /** The outside database holds something. */
    DATABASE_NOT_EMPTY("backup.database_not_empty", 409),

    /** The disk refused. */
    NOT_WRITTEN("backup.not_written", 500);

    private final String code;
    private final int status;

    BackupProblem(String code, int status) {
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
