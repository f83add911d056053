package org.zhengtong.service.casework.internal;

import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseView.DocumentKind;

/** Numbers of legal documents: the case's number with two digits for the kind, and which one of those a case can have several of. */
final class DocumentNumbers {

    private DocumentNumbers() {}

    static String of(CaseNumber number, DocumentKind kind, int serial) {
        var digits = switch (kind) {
            case ACCEPTANCE_NOTICE -> "01";
            case ACCEPTANCE_REFUSAL -> "02";
            case SUPPLEMENT_NOTICE -> "03";
            case SPECIAL_PROCEDURE_NOTICE -> "04";
            case EXTENSION_NOTICE -> "05";
            case OPINION_REQUEST -> "06";
            case OPINION_REPLY -> "07";
            case COUNTERSIGN_SHEET -> "08";
            case SUSPENSION_NOTICE -> "09";
            case RESUMPTION_NOTICE -> "10";
            case REOPENING_NOTICE -> "15";
            case VISIT_NOTICE -> "13";
            case VISIT_RECORD -> "14";
            case DEFERRAL_NOTICE -> "21";
            case COMMITMENT -> "22";
            case REVOCATION_PROPOSAL -> "23";
            case GRANT -> "11";
            case DENIAL -> "12";
        };
        return number.value() + "-" + digits + (serial == 1 ? "" : "-" + serial);
    }
}
