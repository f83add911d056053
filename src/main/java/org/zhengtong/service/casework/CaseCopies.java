package org.zhengtong.service.casework;

import org.jspecify.annotations.Nullable;
import org.zhengtong.base.audit.Actor;
import tools.jackson.databind.node.ObjectNode;

/**
 * Copies of cases for another node. One of the two nodes handles a case; the other has a copy that can only be read, apart from
 * what its applicant sends through it. No permission is asked: the caller has settled who may.
 */
public interface CaseCopies {

    /** Everything of a case but its files, without account numbers. Joins the caller's transaction, and so do the others. */
    ObjectNode copy(CaseNumber number);

    /** A case that was filed at another node, to be handled here from now on, with the time and the clocks it was filed with. */
    Taken takeOver(ObjectNode copy, Actor from);

    /** What became of a case that was filed here and is handled at this other node. */
    Taken follow(ObjectNode copy, String handledAt, Actor from);

    /** What the applicant sent at the other node for a supplement request. */
    Taken supplement(ObjectNode copy, Actor from);

    /** The applicant takes his application back at the other node. */
    Taken withdraw(ObjectNode copy, String reason, Actor from);

    /** Number of the case a copy is of; null when it names none. */
    static @Nullable CaseNumber numberOf(ObjectNode copy) {
        return CaseNumber.parse(copy.path("number").asString("")).orElse(null);
    }

    /** What came of a copy. */
    enum Taken {
        TAKEN,
        /** It was here already, or came too late to change anything. */
        ALREADY,
        /** Another case has this number. */
        NUMBER_USED,
        /** No case of this number was handed over. */
        UNKNOWN_CASE,
        /** A department of the case is not known here. */
        NO_DEPARTMENT,
        /** It is no whole copy. */
        UNREADABLE
    }
}
