package org.zhengtong.base.identity.web.certificate;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.zhengtong.base.trust.CertificateChallenge;
import org.zhengtong.base.ui.FieldFault;

/** The page that shows what to sign, and takes certificate and signature. */
public record CertificatePage(
        CertificateChallenge challenge, String certificate, String next, List<FieldFault> errors) {

    /** The text as an address that downloads it. */
    public String download() {
        return "data:text/plain;base64,"
                + Base64.getEncoder().encodeToString(challenge.content().getBytes(StandardCharsets.UTF_8));
    }
}
