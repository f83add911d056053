package org.zhengtong.service.casework.internal;

import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseView.DocumentKind;

/** Numbers of legal documents: the case's number with two digits for the kind; a case has each kind at most once. */
final class DocumentNumbers {

    private DocumentNumbers() {}

    static String of(CaseNumber number, DocumentKind kind) {
        var digits = switch (kind) {
            case ACCEPTANCE_NOTICE -> "01";
            case ACCEPTANCE_REFUSAL -> "02";
            case SUPPLEMENT_NOTICE -> "03";
            case GRANT -> "11";
            case DENIAL -> "12";
        };
        return number.value() + "-" + digits;
    }
}
