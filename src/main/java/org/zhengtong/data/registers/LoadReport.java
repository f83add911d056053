package org.zhengtong.data.registers;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a load did: {@code read = written + unchanged + setAside}.
 *
 * @param digestIn SHA-256 over the rows that were accepted, as they were read
 * @param digestStored the same over these rows as the register holds them
 * @param receipt the report as text with its digests, signed by the node; null until the load has ended
 */
public record LoadReport(
        long id,
        RegisterCode register,
        String reference,
        String from,
        State state,
        Counts counts,
        String digestIn,
        String digestStored,
        LocalDate validFrom,
        String by,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Receipt receipt) {

    /** How far it is. */
    public enum State {
        RUNNING,
        DONE,
        CANCELED
    }

    /** Rows, and how many of them came to what. */
    public record Counts(long read, long written, long unchanged, long setAside) {

        public static final Counts NONE = new Counts(0, 0, 0, 0);

        public Counts plus(Counts more) {
            return new Counts(
                    read + more.read, written + more.written, unchanged + more.unchanged, setAside + more.setAside);
        }

        /** Whether nothing is unaccounted for. */
        public boolean addUp() {
            return read == written + unchanged + setAside;
        }
    }

    /** A signed text. */
    public record Receipt(String text, String algorithm, String keyId, String signature) {}

    /** Whether what the register holds is what was read. */
    public boolean digestsAgree() {
        return digestIn.equals(digestStored);
    }
}
