package org.zhengtong.service.license.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.codes.CodeCheck;
import org.zhengtong.base.codes.LicenseIdentifier;
import org.zhengtong.base.print.SheetSubject;
import org.zhengtong.base.trust.Seals;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.license.License;
import org.zhengtong.service.license.Licenses;

/** Checks a licence by its identifier, or a sheet by its seal; for everybody. */
@Controller
@RequestMapping("/verify")
class VerifyController {

    private static final String VIEW = "license/verify";
    private static final long LARGEST_SHEET = 20L * 1024 * 1024;

    private final Licenses licenses;
    private final Seals seals;
    private final Texts texts;
    private final Clock clock;

    VerifyController(Licenses licenses, Seals seals, Texts texts, Clock clock) {
        this.licenses = licenses;
        this.seals = seals;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView form(@RequestParam(required = false) @Nullable String identifier, Locale locale) {
        return identifier == null
                ? page(VerifyPage.empty(), HttpStatus.OK)
                : switch (LicenseIdentifier.check(identifier)) {
                    case CodeCheck.Valid<LicenseIdentifier>(var valid) ->
                        new ModelAndView("redirect:/verify/" + valid.value());
                    case CodeCheck.Wrong<LicenseIdentifier> wrong -> refused(identifier, wrong, locale);
                };
    }

    @GetMapping("/{identifier}")
    ModelAndView result(@PathVariable String identifier, Locale locale) {
        return switch (LicenseIdentifier.check(identifier)) {
            case CodeCheck.Valid<LicenseIdentifier>(var valid) ->
                page(found(valid.value(), licenses.find(valid)), HttpStatus.OK);
            case CodeCheck.Wrong<LicenseIdentifier> wrong -> refused(identifier, wrong, locale);
        };
    }

    /** Looks at the seals of an uploaded sheet; the sheet itself is not kept. */
    @PostMapping
    ModelAndView seals(@RequestParam(required = false) @Nullable MultipartFile sheet, Locale locale)
            throws IOException {
        if (sheet == null || sheet.isEmpty()) {
            return page(
                    VerifyPage.faulty("", fault(locale, "license.verify.no_file")), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (sheet.getSize() > LARGEST_SHEET) {
            return page(
                    VerifyPage.faulty("", fault(locale, "license.verify.too_large")), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var bytes = sheet.getBytes();
        var check = seals.check(bytes);
        // only a sheet that is wholly ours may name a licence
        var license = check.sound()
                ? SheetSubject.of(bytes)
                        .flatMap(subject -> LicenseIdentifier.check(subject).valid())
                        .flatMap(licenses::find)
                : Optional.<License>empty();
        var status = license.map(found -> found.statusOn(today())).orElse(null);
        return page(new VerifyPage("", List.of(), false, license.orElse(null), status, check), HttpStatus.OK);
    }

    private VerifyPage found(String typed, Optional<License> license) {
        return new VerifyPage(
                typed,
                List.of(),
                license.isEmpty(),
                license.orElse(null),
                license.map(found -> found.statusOn(today())).orElse(null),
                null);
    }

    private ModelAndView refused(String typed, CodeCheck.Wrong<LicenseIdentifier> wrong, Locale locale) {
        var text = texts.say(locale, wrong.messageKey(), wrong.args().toArray());
        return page(VerifyPage.faulty(typed, new FieldFault("identifier", text)), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private FieldFault fault(Locale locale, String key) {
        return new FieldFault("sheet", texts.say(locale, key));
    }

    private static ModelAndView page(VerifyPage page, HttpStatus status) {
        var view = new ModelAndView(VIEW, "page", page);
        view.setStatus(status);
        return view;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
