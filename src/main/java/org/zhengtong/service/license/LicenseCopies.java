package org.zhengtong.service.license;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.service.casework.CaseNumber;
import tools.jackson.databind.node.ObjectNode;

/** Licences as they travel with their case to the node where it was filed. Both join the caller's transaction. */
public interface LicenseCopies {

    /** The licences of a case without their holder's account, revoked ones before those that took their place; the files are named, not contained. */
    List<ObjectNode> copies(CaseNumber number);

    /** Keeps the licence of another node, or its new status, for this holder; false when it is not a whole copy. */
    boolean take(CaseNumber number, ObjectNode copy, @Nullable AccountId holder);
}
