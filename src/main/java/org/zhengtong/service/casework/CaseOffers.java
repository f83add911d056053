package org.zhengtong.service.casework;

import org.zhengtong.base.identity.CurrentUser;
import tools.jackson.databind.node.ObjectNode;

/** Materials that follow after acceptance (容缺受理), and the check of commitments after the decision (告知承诺). */
public interface CaseOffers {

    /**
     * The applicant sends materials that were to follow; of {@code answers} only these count. After the last day nothing is
     * taken any more.
     */
    Cases.SupplementOutcome supply(CaseNumber number, ObjectNode answers, CurrentUser by);

    /** Records what the check of a commitment found; a false one leads to a proposal of revocation (撤销建议书). */
    CaseOutcome check(TaskId task, Finding finding, CurrentUser by);

    /**
     * What was found.
     *
     * @param kept whether what the applicant committed himself to is true
     * @param words how it was checked and what was seen, at least ten characters
     */
    record Finding(boolean kept, String words) {}
}
