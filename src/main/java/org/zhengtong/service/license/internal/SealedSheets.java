package org.zhengtong.service.license.internal;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.trust.SealRequest;
import org.zhengtong.base.trust.Seals;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.license.License;
import org.zhengtong.service.license.internal.LicenseSheet.Wording;

/** Prints a licence and puts the issuer's seal on it. */
@Component
class SealedSheets {

    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final Seals seals;
    private final LicenseWriting writing;
    private final NodeMode mode;
    private final Texts texts;

    SealedSheets(Seals seals, LicenseWriting writing, NodeMode mode, Texts texts) {
        this.seals = seals;
        this.writing = writing;
        this.mode = mode;
        this.texts = texts;
    }

    byte[] sealed(License license, LicenseType type, Department issuer) {
        var wording = new Wording(
                type.holder().label(),
                type.authority(),
                writing.date(license.issuedOn()),
                texts.say(CHINESE, "license.sheet.scan"),
                texts.say(
                        CHINESE,
                        "license.sheet.identifier",
                        license.identifier().value()),
                mode.demo() ? texts.say(CHINESE, "license.sheet.demo") : "",
                mode.publicUrl() + "/verify/" + license.identifier().value());
        var sheet = LicenseSheet.print(license, wording);
        return seals.seal(
                sheet,
                new SealRequest(
                        issuer.name(),
                        issuer.creditCode().value(),
                        type.sealPurpose(),
                        license.title(),
                        LicenseSheet.SEAL));
    }
}
