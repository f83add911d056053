package org.zhengtong.service.license.internal;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.print.OfdSheet;
import org.zhengtong.base.trust.OfdSeals;
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
    private final OfdSeals ofdSeals;
    private final LicenseWriting writing;
    private final NodeMode mode;
    private final Texts texts;

    SealedSheets(Seals seals, OfdSeals ofdSeals, LicenseWriting writing, NodeMode mode, Texts texts) {
        this.seals = seals;
        this.ofdSeals = ofdSeals;
        this.writing = writing;
        this.mode = mode;
        this.texts = texts;
    }

    byte[] pdf(License license, LicenseType type, Department issuer) {
        return seals.seal(printed(license, type), request(license, type, issuer));
    }

    /** The same sheet as OFD; none when the node cannot seal OFD. */
    Optional<byte[]> ofd(License license, LicenseType type, Department issuer) {
        return ofdSeals.offered()
                ? Optional.of(ofdSeals.seal(OfdSheet.of(printed(license, type)), request(license, type, issuer)))
                : Optional.empty();
    }

    private byte[] printed(License license, LicenseType type) {
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
        return LicenseSheet.print(license, wording);
    }

    private static SealRequest request(License license, LicenseType type, Department issuer) {
        return new SealRequest(
                issuer.name(), issuer.creditCode().value(), type.sealPurpose(), license.title(), LicenseSheet.SEAL);
    }
}
