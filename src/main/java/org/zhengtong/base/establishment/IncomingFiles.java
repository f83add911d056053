package org.zhengtong.base.establishment;

import java.util.List;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.OrganizationChangeEffect;
import org.zhengtong.base.organization.OrganizationEditing.WriteOutcome;
import org.zhengtong.base.organization.OrganizationTable;
import org.zhengtong.base.organization.TableCheck;

/** Tables of departments, posts and staff that come as CSV or XLSX: looked at first, then brought in as a whole or not at all. */
public interface IncomingFiles {

    /** The most bytes that a file may have. */
    int MOST_BYTES = 20 * 1024 * 1024;

    /** The most rows that a file may have below its head. */
    int MOST_ROWS = 50_000;

    /** Takes a file and keeps it for a day; a file that cannot be read is refused with the reason. */
    ReceiveOutcome receive(OrganizationTable table, String fileName, byte[] content, CurrentUser by);

    /** What the file would do if it were brought in now. */
    Preview preview(long file, CurrentUser by);

    /** Brings all rows in, or none; {@code version} is the one that the preview showed. */
    WriteOutcome bringIn(long file, long version, CurrentUser by);

    /** Throws the file away. */
    void discard(long file, CurrentUser by);

    /** What became of an uploaded file. */
    sealed interface ReceiveOutcome {
        /** It is kept. */
        record Received(long file) implements ReceiveOutcome {}

        /** It cannot be read; key and arguments of the reason. */
        record Unreadable(String key, List<String> args) implements ReceiveOutcome {}
    }

    /**
     * A file as it would be brought in.
     *
     * @param encoding how its signs were read, such as {@code UTF-8}, {@code GB18030} or {@code XLSX}
     */
    record Preview(
            long file,
            OrganizationTable table,
            String fileName,
            String encoding,
            int rows,
            TableCheck check,
            List<OrganizationChangeEffect.Line> effects) {}
}
