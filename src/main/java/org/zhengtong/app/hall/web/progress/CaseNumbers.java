package org.zhengtong.app.hall.web.progress;

import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseworkProblem;

/** Case numbers in addresses. */
final class CaseNumbers {

    private CaseNumbers() {}

    /** The number; anything else is a case that does not exist. */
    static CaseNumber require(String text) {
        return CaseNumber.parse(text).orElseThrow(() -> new ProblemException(CaseworkProblem.CASE_NOT_FOUND, text));
    }
}
