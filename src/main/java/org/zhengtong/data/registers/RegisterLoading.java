package org.zhengtong.data.registers;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.registers.LoadReport.Counts;

/** Bulk load: rows are checked by set, wrong ones set aside, the rest merged with history, chunk by chunk. */
public interface RegisterLoading {

    /** Loads all rows, or goes on with the load of this reference where its ledger ends. Not within a transaction. */
    LoadReport load(LoadRequest request, RowSource source, LoadWatch watch);

    /** The same with nobody watching. */
    default LoadReport load(LoadRequest request, RowSource source) {
        return load(request, source, LoadWatch.NONE);
    }

    Optional<LoadReport> find(long load);

    /** The load that bears this reference. */
    Optional<LoadReport> find(RegisterCode register, String reference);

    /** Newest first; {@code before} continues a list. */
    List<LoadReport> loads(RegisterCode register, @Nullable Long before, int most);

    /** Rows that a load set aside, after a row number. */
    List<SetAsideRow> setAside(long load, long afterRow, int most);

    /** The ledger of a load, chunk by chunk. */
    List<ChunkLine> chunks(long load);

    /** Checks the first rows as a load would and says which of them it would set aside; writes nothing. */
    List<SetAsideRow> trial(LoadRequest request, RowSource source, int most);

    /** Told after each chunk, asked before the next. */
    interface LoadWatch {
        LoadWatch NONE = new LoadWatch() {
            @Override
            public void done(Counts chunk) {}

            @Override
            public boolean canceled() {
                return false;
            }
        };

        void done(Counts chunk);

        boolean canceled();
    }

    /**
     * A row that was not taken.
     *
     * @param row number in the source, from 1
     * @param faults each with column, rule and what the rule wants
     * @param values the row as read, by column
     */
    record SetAsideRow(long row, List<RowFault> faults, java.util.Map<String, String> values) {}

    /**
     * A chunk that is done.
     *
     * @param cursor where it ends in the source
     */
    record ChunkLine(
            int number,
            long firstRow,
            Counts counts,
            String digestIn,
            String digestStored,
            String cursor,
            java.time.Instant at) {

        /** Whether what the register holds of it is what was read. */
        public boolean digestsAgree() {
            return digestIn.equals(digestStored);
        }
    }

    /** Why: the rule's text key is {@code registers.rule.<rule>}. */
    record RowFault(String column, ItemName item, String rule, String wanted) {}
}
