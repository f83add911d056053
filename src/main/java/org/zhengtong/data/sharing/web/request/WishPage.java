package org.zhengtong.data.sharing.web.request;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.data.catalog.SharingType;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.sharing.Requests.Offer;
import org.zhengtong.data.sharing.SharingRequest;

/** The form of a request. */
public record WishPage(
        @Nullable SharingRequest request,
        Offer offer,
        String provider,
        WishForm form,
        List<ExchangeNode> nodes,
        List<FieldFault> errors,
        @Nullable String overtaken) {

    public String action() {
        return request == null
                ? "/staff/sharing/requests?resource=" + offer.resource().path()
                : "/staff/sharing/requests/" + request.id();
    }

    /** Items of one way of sharing. */
    public List<RegisterItem> items(SharingType type) {
        return offer.itemsShared(how -> how == type);
    }

    public List<RegisterItem> offered() {
        return offer.itemsShared(how -> how != SharingType.NOT_SHARED);
    }

    /** Whether it is the item that names a record. */
    public boolean key(RegisterItem item) {
        var register = offer.definition();
        return register != null && item.name().equals(register.facts().key());
    }

    public boolean faulty(String field) {
        return errors.stream().anyMatch(error -> error.field().equals(field));
    }
}
