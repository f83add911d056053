package org.zhengtong.base.certificates.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.trust.Certificate;
import org.zhengtong.base.trust.CertificateKind;
import org.zhengtong.base.trust.CertificateQuery.Standing;

/** A page of certificates. */
public record CertificateListPage(CertificateListForm form, List<Line> lines, boolean more) {

    static final String PATH = "/staff/certificates";

    /** One certificate with its standing. */
    public record Line(Certificate certificate, Standing standing) {}

    public List<CertificateKind> kinds() {
        return List.of(CertificateKind.values());
    }

    public List<Standing> standings() {
        return List.of(Standing.values());
    }

    /** Address of the next page. */
    public @Nullable String next() {
        return more ? form.after(lines.getLast().certificate().serial()).address(PATH) : null;
    }

    /** Address of the first page, when this is not it. */
    public @Nullable String first() {
        var start = new CertificateListForm(form.words(), form.kind(), form.standing(), null);
        return form.after() == null || form.after().isBlank() ? null : start.address(PATH);
    }

    /** Address of the same certificates as a table file. */
    public String export() {
        return new CertificateListForm(form.words(), form.kind(), form.standing(), null).address(PATH + "/list.csv");
    }

    /** How a standing is drawn. */
    public static String drawn(Standing standing) {
        return switch (standing) {
            case VALID -> "done";
            case EXPIRING -> "soon";
            case SUSPENDED -> "supplement";
            case REVOKED -> "overdue";
            case EXPIRED -> "draft";
        };
    }
}
