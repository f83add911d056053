package org.zhengtong.data.catalog;

import java.util.Optional;
import org.zhengtong.base.identity.CurrentUser;

/** How a resource may be asked for: the room that shares data declares a bean of this. */
public interface ResourceOffers {

    /** Where this user may ask for the resource, with the text key of the link; empty when he may not, or nothing is there yet. */
    Optional<Offer> offer(Resource resource, CurrentUser user);

    /** A link to ask by. */
    record Offer(String textKey, String href) {}
}
