package org.zhengtong.base.identity.web.factor;

import java.util.List;
import org.zhengtong.base.identity.SecondFactors;
import org.zhengtong.base.print.QrDrawing;
import org.zhengtong.base.ui.FieldFault;

/**
 * The page that sets an authenticator up.
 *
 * @param demanded whether signing in waits for it
 * @param action where the form goes
 */
public record SettingUpPage(
        SecondFactors.Offer offer, QrDrawing drawing, boolean demanded, String action, List<FieldFault> errors) {

    static SettingUpPage of(SecondFactors.Offer offer, boolean demanded, String action, List<FieldFault> errors) {
        return new SettingUpPage(offer, QrDrawing.of(offer.address()), demanded, action, errors);
    }

    /** The secret in groups of four, as people type it. */
    public String grouped() {
        return offer.secret().replaceAll("(.{4})(?!$)", "$1 ");
    }
}
