package org.zhengtong.service.license.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.codes.LicenseIdentifier;
import org.zhengtong.base.identity.AccountLooks;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.license.ChangeOutcome;
import org.zhengtong.service.license.License;
import org.zhengtong.service.license.LicenseProblem;
import org.zhengtong.service.license.LicenseStatus;
import org.zhengtong.service.license.Licenses;

/** Issued licences: find one, see its state, suspend, restore, revoke or cancel it. */
@Controller
@RequestMapping("/staff/licenses")
class StaffLicensesController {

    static final String REVOKE_LICENSE = "license.revoke_license";

    private final Licenses licenses;
    private final Permissions permissions;
    private final AccountLooks looks;
    private final Texts texts;
    private final Clock clock;

    StaffLicensesController(Licenses licenses, Permissions permissions, AccountLooks looks, Texts texts, Clock clock) {
        this.licenses = licenses;
        this.permissions = permissions;
        this.looks = looks;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String text, CurrentUser user) {
        permissions.require(user, REVOKE_LICENSE);
        var seen = licenses.search(text).stream()
                .filter(license -> permissions.may(user, REVOKE_LICENSE, license.issuer()))
                .toList();
        // an enterprise's name is public, a person's is not
        looks.record(
                user,
                seen.stream()
                        .filter(license -> license.holder().person())
                        .flatMap(license -> look(license, AccountLooks.What.LICENSE_IN_LIST))
                        .toList());
        return new ModelAndView("license/licenses", "page", new StaffLicensesPage(text, seen, today()));
    }

    @GetMapping("/{identifier}")
    ModelAndView one(@PathVariable String identifier, CurrentUser user) {
        var license = require(identifier, user);
        looks.record(user, look(license, AccountLooks.What.LICENSE).toList());
        return new ModelAndView("license/license", "page", page(license, "", "", List.of()));
    }

    private static Stream<AccountLooks.Look> look(License license, AccountLooks.What what) {
        return Stream.ofNullable(license.holder().account())
                .map(holder -> new AccountLooks.Look(holder, what, license.title()));
    }

    @PostMapping("/{identifier}/status")
    ModelAndView change(
            @PathVariable String identifier,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user,
            Locale locale) {
        var license = require(identifier, user);
        var wanted = Arrays.stream(LicenseStatus.values())
                .filter(each -> each.name().equals(status))
                .findFirst();
        if (wanted.isEmpty()) {
            return refused(
                    license, status, reason, new FieldFault("status", texts.say(locale, "license.change.choose")));
        }
        return switch (licenses.change(license.identifier(), wanted.get(), reason, user)) {
            case ChangeOutcome.Changed changed -> new ModelAndView("redirect:/staff/licenses/" + identifier);
            case ChangeOutcome.NotPossible(var present) ->
                refused(
                        license,
                        status,
                        reason,
                        new FieldFault(
                                "status",
                                texts.say(
                                        locale,
                                        "license.change.not_possible",
                                        texts.say(locale, "license.status." + present))));
            case ChangeOutcome.ReasonTooShort(var given, var needed) ->
                refused(
                        license,
                        status,
                        reason,
                        new FieldFault("reason", texts.say(locale, "license.change.reason_too_short", given, needed)));
        };
    }

    private ModelAndView refused(License license, String chosen, String reason, FieldFault fault) {
        var view = new ModelAndView("license/license", "page", page(license, chosen, reason, List.of(fault)));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private License require(String identifier, CurrentUser user) {
        var license = LicenseIdentifier.check(identifier)
                .valid()
                .flatMap(licenses::find)
                .orElseThrow(() -> new ProblemException(LicenseProblem.LICENSE_NOT_FOUND));
        permissions.require(user, REVOKE_LICENSE, license.issuer());
        return license;
    }

    private StaffLicensePage page(License license, String chosen, String reason, List<FieldFault> faults) {
        var status = license.statusOn(today());
        var possible = Arrays.stream(LicenseStatus.values())
                .filter(each -> each.mayFollow(status))
                .toList();
        return new StaffLicensePage(
                license, status, licenses.changes(license.identifier()), possible, chosen, reason, faults);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
