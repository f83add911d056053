package org.zhengtong.data.catalog;

import java.util.List;
import java.util.Map;
import org.zhengtong.base.identity.CurrentUser;

/** Entries that come as CSV or XLSX, a row for each data item: looked at cell by cell, the good ones taken as drafts. */
public interface CatalogImports {

    /** The most bytes that a file may have. */
    int MOST_BYTES = 20 * 1024 * 1024;

    /** The most rows that a file may have below its head. */
    int MOST_ROWS = 50_000;

    /** Columns that a file may have, in the order of the empty table that is offered. */
    List<String> columns();

    /** Takes a file and keeps it for a day; a file that cannot be read is refused with the reason. */
    ReceiveOutcome receive(String fileName, byte[] content, CurrentUser by);

    /** What is in the file and what is wrong with it now. */
    Preview preview(long file, CurrentUser by);

    /** Takes the entries without a blocking fault as drafts of their departments; the file stays for its bad rows. */
    int takeGood(long file, CurrentUser by);

    /** The rows of entries with a blocking fault as they stand in the file, each with its faults. */
    BadRows badRows(long file, CurrentUser by);

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
     * A file as it would be taken.
     *
     * @param encoding how its signs were read, such as {@code UTF-8}, {@code GB18030} or {@code XLSX}
     * @param unknownColumns heads that nobody knows; what stands below them is left out
     */
    record Preview(
            long file,
            String fileName,
            String encoding,
            int rows,
            int entries,
            int good,
            List<String> unknownColumns,
            List<CellFinding> findings) {

        /** Faults for which entries stay out. */
        public long blocking() {
            return findings.stream().filter(each -> each.finding().blocking()).count();
        }
    }

    /** A finding with its place in the file. */
    record CellFinding(int line, String column, String value, RuleFinding finding) {}

    /** Rows to be mended: heads, cells, and what is wrong by line. */
    record BadRows(List<String> heads, Map<Integer, List<String>> rows, Map<Integer, List<CellFinding>> findings) {}
}
