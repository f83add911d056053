package org.zhengtong.service.supervision;

/** Number of a card. */
public record CardId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
