package org.zhengtong.data.exchange;

/**
 * Receives one kind of envelopes: declare it as a bean. Called within one transaction with the ledger, once for each envelope and in the
 * order of its channel. An exception undoes what the call did; the envelope is then tried again, and after some tries set aside with
 * the reason, so that the channel goes on.
 */
public interface EnvelopeReceiver {

    /** The kind, such as {@code catalog.entry}. */
    String kind();

    /** Applies it and says in words what came of it; the sender gets the note with the receipt. */
    ReceiptNote receive(ReceivedEnvelope envelope);
}
