package org.zhengtong.service.fees;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which bills, in which order.
 *
 * @param text number of a bill or case, or a part of the payer's name; "" for all
 * @param after the last one seen; null for the first page
 */
public record BillQuery(
        @Nullable BillState state,
        String text,
        @Nullable Instant from,
        @Nullable Instant before,
        Sort sort,
        @Nullable Cursor after,
        int limit) {

    /** The order. */
    public enum Sort {
        NEWEST,
        OLDEST,
        AMOUNT
    }

    /** A place in the list. */
    public record Cursor(Money amount, BillNumber number) {

        /** As it stands in an address. */
        public String text() {
            return amount.fen() + "~" + number;
        }

        /** Reads the text of an address; null when it is none. */
        public static @Nullable Cursor parse(@Nullable String text) {
            if (text == null || !text.matches("[0-9]{1,12}~B-[0-9]{8}-[0-9]{6}")) {
                return null;
            }
            var parts = text.split("~", -1);
            return new Cursor(new Money(Long.parseLong(parts[0])), new BillNumber(parts[1]));
        }
    }
}
