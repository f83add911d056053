package org.zhengtong.data.registers.web.loading;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.Signature;
import org.zhengtong.base.trust.Signer;
import org.zhengtong.data.registers.LoadReport;

/** Whether a receipt still bears the node's good signature. */
@Component
class ReceiptCheck {

    private final Signer signer;

    ReceiptCheck(Signer signer) {
        this.signer = signer;
    }

    boolean signed(LoadReport report) {
        var receipt = report.receipt();
        return receipt != null
                && signer.verify(
                        receipt.text().getBytes(StandardCharsets.UTF_8),
                        new Signature(
                                receipt.keyId(),
                                receipt.algorithm(),
                                Base64.getDecoder().decode(receipt.signature())));
    }
}
