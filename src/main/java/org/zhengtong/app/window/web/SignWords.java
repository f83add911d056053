package org.zhengtong.app.window.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.Opinion;

/** Countersigns in the words of the case page. */
@Component
class SignWords {

    private final Departments departments;
    private final Accounts accounts;
    private final Texts texts;

    SignWords(Departments departments, Accounts accounts, Texts texts) {
        this.departments = departments;
        this.accounts = accounts;
        this.texts = texts;
    }

    /** The colleague who is asked to sign, or the department. */
    String name(Opinion one) {
        var signing = one.signing();
        var signer = signing == null ? null : signing.signer();
        return signer == null
                ? department(one)
                : accounts.findUser(new AccountId(signer))
                        .map(CurrentUser::name)
                        .orElseGet(() -> department(one));
    }

    private String department(Opinion one) {
        return departments
                .find(one.department())
                .map(found -> found.shortName())
                .orElse(one.department().value());
    }

    /** The countersigns for a lane's task, and whether one of them failed. */
    CasePage.Signing signing(
            CaseView view,
            CaseView.Lane lane,
            List<CasePage.Option> departments,
            List<CasePage.Colleague> colleagues,
            Locale locale) {
        var task = Objects.requireNonNull(lane.task());
        var groups = view.opinions().stream()
                .filter(one -> one.signing() != null && one.forTask() == task.serial())
                .collect(Collectors.groupingBy(
                        one -> Objects.requireNonNull(one.signing()).group(), TreeMap::new, Collectors.toList()));
        var facts = groups.entrySet().stream()
                .map(group -> fact(group.getKey(), group.getValue(), locale))
                .toList();
        return new CasePage.Signing(facts, facts.stream().anyMatch(CasePage.Signed::failed), departments, colleagues);
    }

    private CasePage.Signed fact(int group, List<Opinion> signatures, Locale locale) {
        var needed = Objects.requireNonNull(signatures.getFirst().signing()).needed();
        var agreed = signatures.stream()
                .filter(one -> one.stance() == Opinion.Stance.AGREE)
                .count();
        var open = signatures.stream().anyMatch(Opinion::open);
        var taken = signatures.stream().anyMatch(one -> one.state() == Opinion.State.TAKEN_BACK);
        var state = agreed >= needed ? "MET" : open ? "ASKED" : taken ? "TAKEN_BACK" : "FAILED";
        var statusClass = switch (state) {
            case "MET" -> "done";
            case "ASKED" -> "doing";
            case "FAILED" -> "overdue";
            default -> "draft";
        };
        var names = signatures.stream()
                .map(this::name)
                .collect(Collectors.joining(texts.say(locale, "window.consult.between")));
        return new CasePage.Signed(
                group,
                texts.say(locale, "window.sign.asked", names, needed, signatures.size(), agreed),
                statusClass,
                texts.say(locale, "window.sign.state." + state),
                open,
                "FAILED".equals(state));
    }
}
