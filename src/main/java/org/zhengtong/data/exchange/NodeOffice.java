package org.zhengtong.data.exchange;

import org.zhengtong.base.audit.Actor;

/** What administrators decide about other nodes. The caller has asked for {@link Nodes#MANAGE_EXCHANGE}. */
public interface NodeOffice {

    /** This node's card, to be carried to others. */
    NodeCard ownCard();

    /** Reads a card from a file. */
    CardOutcome read(byte[] card);

    /** Asks for the card at an address. Not to be called inside a transaction. */
    CardOutcome fetch(String address);

    /** Trusts a node, for the first time or again; a new root is trusted only this way. */
    void accept(Acceptance acceptance, Actor by);

    /** Trusts a node no more: what waits for it is withdrawn, what comes from it is refused. */
    void revoke(NodeCode code, String why, Actor by);

    /** Expects something in a channel at least so often, and tells when it stays away; 0 minutes expects nothing. */
    void expect(NodeCode sender, String contract, long minutes, Actor by);
}
