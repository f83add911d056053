package org.zhengtong.data.exchange;

/** The receiver's signed receipt says that the envelope was applied, or kept because nobody there knows its kind. */
public record EnvelopeDelivered(EnvelopeId id, NodeCode receiver, String kind, ReceiptNote note) {}
