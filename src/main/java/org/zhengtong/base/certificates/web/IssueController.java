package org.zhengtong.base.certificates.web;

import static org.zhengtong.base.certificates.CertificateOffice.MANAGE_CERTIFICATE;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.certificates.CertificateOffice;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.trust.CertificateRequest;
import org.zhengtong.base.trust.IssueOutcome;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;

/** Issues a certificate from a PKCS#10 request. */
@Controller
class IssueController {

    private final CertificateOffice office;
    private final Permissions permissions;
    private final Accounts accounts;
    private final Texts texts;

    IssueController(CertificateOffice office, Permissions permissions, Accounts accounts, Texts texts) {
        this.office = office;
        this.permissions = permissions;
        this.accounts = accounts;
        this.texts = texts;
    }

    @GetMapping(CertificateListPage.PATH + "/new")
    ModelAndView form(CurrentUser user) {
        permissions.require(user, MANAGE_CERTIFICATE);
        return page(new IssueForm("ACCOUNT", "", "", ""), List.of());
    }

    @PostMapping(CertificateListPage.PATH)
    ModelAndView issue(@ModelAttribute IssueForm form, CurrentUser user, Locale locale) {
        permissions.require(user, MANAGE_CERTIFICATE);
        var holder = form.holder(accounts);
        if (holder == null) {
            return form.forNode()
                    ? refused(form, "node", "certificates.issue.node.wrong", locale)
                    : refused(form, "account", "certificates.issue.account.unknown", locale);
        }
        var request = new CertificateRequest(holder, form.request() == null ? "" : form.request());
        return switch (office.issue(request, user)) {
            case IssueOutcome.Issued issued ->
                new ModelAndView("redirect:" + CertificateListPage.PATH + "/"
                        + issued.certificate().serial().value() + "?done=issued");
            case IssueOutcome.Refused(var fault) -> refused(form, "request", "certificates.fault." + fault, locale);
        };
    }

    private ModelAndView refused(IssueForm form, String field, String key, Locale locale) {
        return page(form, List.of(new FieldFault(field, texts.say(locale, key))));
    }

    private static ModelAndView page(IssueForm form, List<FieldFault> faults) {
        return new ModelAndView(
                "certificates/issue",
                Map.of("page", new IssuePage(form, faults)),
                faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
