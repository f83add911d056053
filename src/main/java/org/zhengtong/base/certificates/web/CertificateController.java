package org.zhengtong.base.certificates.web;

import static org.zhengtong.base.certificates.CertificateOffice.MANAGE_CERTIFICATE;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.certificates.CertificateOffice;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.trust.Certificate;
import org.zhengtong.base.trust.CertificateSerial;
import org.zhengtong.base.trust.Certificates;
import org.zhengtong.base.trust.IssueOutcome;
import org.zhengtong.base.trust.RevocationReason;
import org.zhengtong.base.trust.StateOutcome;
import org.zhengtong.base.trust.TrustProblem;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;

/** One certificate: what it says, and what the security administrator does to it. */
@Controller
@RequestMapping("/staff/certificates/{serial}")
class CertificateController {

    private static final int LONGEST_WHY = 200;

    private final Certificates certificates;
    private final CertificateOffice office;
    private final Permissions permissions;
    private final Texts texts;

    CertificateController(Certificates certificates, CertificateOffice office, Permissions permissions, Texts texts) {
        this.certificates = certificates;
        this.office = office;
        this.permissions = permissions;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView show(@PathVariable String serial, @RequestParam(defaultValue = "") String done, CurrentUser user) {
        permissions.require(user, MANAGE_CERTIFICATE);
        var known =
                List.of("issued", "renewed", "suspended", "restored", "revoked").contains(done);
        return page(require(serial), known ? done : "", List.of(), Map.of());
    }

    @GetMapping("/chain.pem")
    ResponseEntity<byte[]> chain(@PathVariable String serial, CurrentUser user) {
        permissions.require(user, MANAGE_CERTIFICATE);
        var certificate = require(serial);
        var file = ContentDisposition.attachment()
                .filename(certificate.serial().value() + ".pem")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .contentType(MediaType.parseMediaType("application/x-pem-file"))
                .body(certificates.chain(certificate).getBytes(StandardCharsets.US_ASCII));
    }

    @PostMapping("/renewal")
    ModelAndView renew(
            @PathVariable String serial,
            @RequestParam(defaultValue = "") String request,
            CurrentUser user,
            Locale locale) {
        var certificate = require(serial);
        return switch (office.renew(certificate.serial(), request, user)) {
            case IssueOutcome.Issued issued -> done(issued.certificate(), "renewed");
            case IssueOutcome.Refused(var fault) ->
                page(
                        certificate,
                        "",
                        List.of(new FieldFault("request", texts.say(locale, "certificates.fault." + fault))),
                        Map.of("request", request));
        };
    }

    @PostMapping("/suspension")
    ModelAndView suspend(
            @PathVariable String serial, @RequestParam(defaultValue = "") String why, CurrentUser user, Locale locale) {
        var certificate = require(serial);
        return missing(why)
                ? refused(certificate, "suspend-why", "certificates.why.missing", why, locale)
                : decided(office.suspend(certificate.serial(), why.strip(), user), "suspended", "suspend-why", locale);
    }

    @PostMapping("/restoration")
    ModelAndView restore(
            @PathVariable String serial, @RequestParam(defaultValue = "") String why, CurrentUser user, Locale locale) {
        var certificate = require(serial);
        return missing(why)
                ? refused(certificate, "restore-why", "certificates.why.missing", why, locale)
                : decided(office.restore(certificate.serial(), why.strip(), user), "restored", "restore-why", locale);
    }

    @PostMapping("/revocation")
    ModelAndView revoke(@PathVariable String serial, RevocationForm form, CurrentUser user, Locale locale) {
        var certificate = require(serial);
        var reason = Arrays.stream(RevocationReason.values())
                .filter(each -> each != RevocationReason.ON_HOLD && each.name().equals(form.reason()))
                .findFirst();
        if (reason.isEmpty()) {
            return refused(certificate, "reason", "certificates.reason.missing", form.why(), locale);
        }
        if (missing(form.why())) {
            return refused(certificate, "revoke-why", "certificates.why.missing", form.why(), locale);
        }
        return form.sure() == null
                ? refused(certificate, "sure", "certificates.sure.missing", form.why(), locale)
                : decided(
                        office.revoke(
                                certificate.serial(), reason.get(), form.why().strip(), user),
                        "revoked",
                        "revoke-why",
                        locale);
    }

    private static boolean missing(String why) {
        return why.isBlank() || why.length() > LONGEST_WHY;
    }

    private ModelAndView decided(StateOutcome outcome, String done, String field, Locale locale) {
        return switch (outcome) {
            case StateOutcome.Changed(var changed) -> done(changed, done);
            case StateOutcome.Refused(var known) -> refused(known, field, "certificates.state.changed", "", locale);
        };
    }

    private static ModelAndView done(Certificate certificate, String done) {
        return new ModelAndView("redirect:" + CertificateListPage.PATH + "/"
                + certificate.serial().value() + "?done=" + done);
    }

    private ModelAndView refused(Certificate certificate, String field, String key, String why, Locale locale) {
        var fault = new FieldFault(field, texts.say(locale, key, LONGEST_WHY));
        var whose = field.equals("reason") || field.equals("sure") ? "revoke-why" : field;
        return page(certificate, "", List.of(fault), Map.of(whose, why));
    }

    private ModelAndView page(
            Certificate certificate, String done, List<FieldFault> faults, Map<String, String> typed) {
        var others = certificates.of(certificate.holder().reference()).stream()
                .filter(each -> !each.serial().equals(certificate.serial()))
                .map(each -> new CertificateListPage.Line(each, certificates.standing(each)))
                .toList();
        var page = new CertificatePage(
                certificate,
                certificates.standing(certificate),
                certificates.links(certificate),
                others,
                done,
                faults,
                typed);
        var status = faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("certificates/certificate", Map.of("page", page), status);
    }

    private Certificate require(String written) {
        try {
            return certificates
                    .find(new CertificateSerial(written))
                    .orElseThrow(() -> new ProblemException(TrustProblem.CERTIFICATE_NOT_FOUND, written));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(TrustProblem.CERTIFICATE_NOT_FOUND, written);
        }
    }
}
