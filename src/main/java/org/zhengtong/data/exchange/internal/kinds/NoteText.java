package org.zhengtong.data.exchange.internal.kinds;

/** A note as it travels. */
record NoteText(String author, String text) {

    static final String KIND = "exchange.note";
}
