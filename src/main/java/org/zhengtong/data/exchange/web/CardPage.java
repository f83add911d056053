package org.zhengtong.data.exchange.web;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.data.exchange.NodeCard;

/**
 * A card that is to be read, or that was read and is to be compared.
 *
 * @param card null as long as none was read
 */
public record CardPage(@Nullable NodeCard card, String address, AcceptanceForm form, List<FieldFault> faults) {

    /** The card for the hidden field of the form. */
    public String encoded() {
        return card == null ? "" : Base64.getEncoder().encodeToString(card.bytes());
    }
}
