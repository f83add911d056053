package org.zhengtong.base.certificates.web;

import static org.zhengtong.base.certificates.CertificateOffice.MANAGE_CERTIFICATE;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.trust.Certificate;
import org.zhengtong.base.trust.Certificates;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.Texts;

/** The list of certificates, on the page and as a table file. */
@Controller
@RequestMapping(CertificateListPage.PATH)
class CertificateListController {

    private static final int ROWS = 50;
    private static final int PIECE = 1000;

    private final Certificates certificates;
    private final Permissions permissions;
    private final Texts texts;
    private final Clock clock;

    CertificateListController(Certificates certificates, Permissions permissions, Texts texts, Clock clock) {
        this.certificates = certificates;
        this.permissions = permissions;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    String list(@ModelAttribute CertificateListForm form, CurrentUser user, Model model) {
        permissions.require(user, MANAGE_CERTIFICATE);
        var found = certificates.search(form.query(ROWS + 1));
        var lines = found.stream()
                .limit(ROWS)
                .map(each -> new CertificateListPage.Line(each, certificates.standing(each)))
                .toList();
        model.addAttribute("page", new CertificateListPage(form, lines, found.size() > ROWS));
        return "certificates/list";
    }

    @GetMapping("/list.csv")
    void export(@ModelAttribute CertificateListForm form, CurrentUser user, Locale locale, HttpServletResponse response)
            throws IOException {
        permissions.require(user, MANAGE_CERTIFICATE);
        var heads = Stream.of("name", "reference", "kind", "standing", "serial", "suite", "issued", "expires", "why")
                .map(column -> texts.say(locale, "certificates.column." + column))
                .toList();
        var pieces = Stream.iterate(
                certificates.search(form.query(PIECE)),
                piece -> !piece.isEmpty(),
                piece -> piece.size() < PIECE
                        ? List.of()
                        : certificates.search(
                                form.after(piece.getLast().serial()).query(PIECE)));
        CsvExport.send(
                response,
                "certificates.csv",
                heads,
                pieces.flatMap(List::stream).map(each -> cells(each, locale)));
    }

    private List<String> cells(Certificate certificate, Locale locale) {
        return List.of(
                certificate.holder().name(),
                certificate.holder().reference(),
                texts.say(locale, "certificates.kind." + certificate.holder().kind()),
                texts.say(locale, "certificates.standing." + certificates.standing(certificate)),
                certificate.serial().value(),
                certificate.suite().name(),
                written(certificate.issuedAt()),
                written(certificate.expiresAt()),
                certificate.why() == null ? "" : certificate.why());
    }

    private String written(Instant at) {
        return at.atZone(clock.getZone()).toOffsetDateTime().withNano(0).toString();
    }
}
