package org.zhengtong.data.registers.web.credit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.codes.CreditCode;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.registers.internal.credit.CreditEntry;
import org.zhengtong.data.registers.internal.credit.CreditPublicity;
import org.zhengtong.data.registers.internal.credit.CreditRequest;
import org.zhengtong.data.registers.internal.credit.CreditRequests;

/** What is published about legal persons (双公示), for everybody; objections and repairs by those it is about. */
@Controller
class CreditController {

    private static final int LONGEST_REASON = 1_000;
    private static final int SHORTEST_NAME = 2;

    private final CreditPublicity publicity;
    private final CreditRequests requests;
    private final Accounts accounts;
    private final Texts texts;

    CreditController(CreditPublicity publicity, CreditRequests requests, Accounts accounts, Texts texts) {
        this.publicity = publicity;
        this.requests = requests;
        this.accounts = accounts;
        this.texts = texts;
    }

    @GetMapping("/credit")
    String search(@RequestParam(defaultValue = "") String text, Model model) {
        var plain = text.strip();
        var code = CreditCode.check(plain).valid();
        var asked = plain.length() >= SHORTEST_NAME;
        var entries = !asked
                ? List.<CreditEntry>of()
                : publicity.find(code.map(CreditCode::value).orElse(plain), code.isPresent());
        model.addAttribute(
                "page",
                new CreditPages.SearchPage(
                        plain, asked, entries, publicity.limit().orElse(null)));
        return "registers/credit";
    }

    @GetMapping("/credit/entries/{entry}")
    ModelAndView entry(
            @PathVariable String entry, @RequestParam(defaultValue = "") String done, @Nullable CurrentUser user) {
        return page(
                require(entry), user, "", "", List.of(), done.equals("filed") || done.equals("waiting") ? done : "");
    }

    private CreditEntry require(String entry) {
        return publicity.entry(entry).orElseThrow(() -> new ProblemException(CommonProblem.PAGE_NOT_FOUND));
    }

    private ModelAndView page(
            CreditEntry entry,
            @Nullable CurrentUser user,
            String kind,
            String reason,
            List<FieldFault> errors,
            String done) {
        var model = new ModelAndView("registers/credit_entry");
        model.addObject(
                "page",
                new CreditPages.EntryPage(
                        entry,
                        isAbout(entry, user),
                        user != null,
                        requests.allowed(entry, CreditRequest.Kind.REPAIR),
                        new CreditPages.Answers(
                                requests.days(CreditRequest.Kind.OBJECTION), requests.days(CreditRequest.Kind.REPAIR)),
                        kind,
                        reason,
                        errors,
                        done));
        if (!errors.isEmpty()) {
            model.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return model;
    }

    private boolean isAbout(CreditEntry entry, @Nullable CurrentUser user) {
        return user != null
                && accounts.findEnterprise(user.id())
                        .filter(enterprise -> enterprise.creditCode().value().equals(entry.creditCode()))
                        .isPresent();
    }

    @PostMapping("/credit/entries/{entry}/requests")
    ModelAndView file(
            @PathVariable String entry,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user,
            Locale locale) {
        var found = require(entry);
        if (!isAbout(found, user)) {
            throw new ProblemException(CommonProblem.NOT_ALLOWED);
        }
        var faults = new ArrayList<FieldFault>();
        var asked = Arrays.stream(CreditRequest.Kind.values())
                .filter(each -> each.name().equals(kind))
                .findFirst();
        if (asked.isEmpty()) {
            faults.add(new FieldFault("kind", texts.say(locale, "registers.credit.kind.missing")));
        } else if (!requests.allowed(found, asked.get())) {
            faults.add(new FieldFault("kind", texts.say(locale, "registers.credit.kind.not_yet")));
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            faults.add(new FieldFault("reason", texts.say(locale, "registers.credit.reason.missing")));
        }
        if (!faults.isEmpty() || asked.isEmpty()) {
            return page(found, user, kind, reason, faults, "");
        }
        var filed = requests.file(found, asked.get(), reason.strip(), user);
        return new ModelAndView(
                "redirect:/credit/entries/" + entry + "?done=" + (filed.isPresent() ? "filed" : "waiting"));
    }

    @GetMapping("/my/credit")
    String mine(CurrentUser user, Model model) {
        model.addAttribute("page", new CreditPages.MinePage(requests.of(user)));
        return "registers/my_credit";
    }
}
