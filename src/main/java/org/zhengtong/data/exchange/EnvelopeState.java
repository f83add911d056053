package org.zhengtong.data.exchange;

/** Where an envelope stands, at either end. */
public enum EnvelopeState {
    /** Pieces of it are still missing here. */
    ARRIVING,
    /** Waits to leave, or to be applied in its turn. */
    WAITING,
    /** All of it left; the receipt is not here yet. */
    SENT,
    /** Put out on a ferry that brings no receipts back. */
    CARRIED,
    /** Applied at the receiver. */
    APPLIED,
    /** Kept at the receiver: nobody there knows its kind. */
    KEPT,
    /** Its content was refused at the receiver. */
    REFUSED,
    /** Its receiver failed again and again. */
    FAILED,
    /** It was too late. */
    EXPIRED,
    /** Its sender took it back. */
    WITHDRAWN;

    /** Whether nothing more happens to it. */
    public boolean ended() {
        return this != ARRIVING && this != WAITING && this != SENT;
    }
}
