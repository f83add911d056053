package org.zhengtong.service.casework.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.casework.Applicant;
import org.zhengtong.service.casework.Draft;
import org.zhengtong.service.casework.Drafts;
import org.zhengtong.service.casework.Procedure;
import tools.jackson.databind.node.ObjectNode;

/** Finds in the answers, or else in the account, who applies and where. */
@Component
class Subjects {

    private final Accounts accounts;

    Subjects(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The text at a pointer; null when it is not there or blank. */
    static @Nullable String text(ObjectNode answers, @Nullable String pointer) {
        if (pointer == null) {
            return null;
        }
        var node = answers.at(pointer);
        return node.isString() && !node.stringValue().isBlank()
                ? node.stringValue().strip()
                : null;
    }

    DivisionCode division(Procedure procedure, Draft draft) {
        var answered = text(draft.answers(), procedure.subject().division());
        return answered == null
                ? draft.division()
                : DivisionCode.check(answered).valid().orElse(draft.division());
    }

    Applicant applicant(Procedure procedure, Draft draft, CurrentUser filer) {
        var subject = procedure.subject();
        var answers = draft.answers();
        var walkIn = draft.onBehalf();
        var contact = text(answers, subject.contactName());
        var mobile = text(answers, subject.mobile());
        var filerName = walkIn == null ? filer.name() : walkIn.name();
        var name = text(answers, subject.name());
        return new Applicant(
                subject.kind(),
                name == null ? filerName : name,
                text(answers, subject.identifier()),
                contact == null ? filerName : contact,
                mobile == null ? mobileOf(walkIn, filer) : mobile,
                account(walkIn, filer));
    }

    private String mobileOf(Drafts.@Nullable WalkIn walkIn, CurrentUser filer) {
        if (walkIn != null) {
            return walkIn.mobile();
        }
        return accounts.findCitizen(filer.id())
                .map(citizen -> citizen.mobile().value())
                .or(() -> accounts.findEnterprise(filer.id())
                        .map(enterprise -> enterprise.mobile().value()))
                .orElse("");
    }

    private @Nullable AccountId account(Drafts.@Nullable WalkIn walkIn, CurrentUser filer) {
        if (walkIn == null) {
            return filer.isStaff() ? null : filer.id();
        }
        Optional<CitizenNumber> number =
                CitizenNumber.check(walkIn.identifier()).valid();
        return number.flatMap(accounts::findCitizen).orElse(null);
    }
}
