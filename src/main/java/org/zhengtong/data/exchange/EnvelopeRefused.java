package org.zhengtong.data.exchange;

/** The receiver's signed receipt says that the envelope was refused, or it expired before it arrived. */
public record EnvelopeRefused(EnvelopeId id, NodeCode receiver, String kind, ReceiptNote note) {}
