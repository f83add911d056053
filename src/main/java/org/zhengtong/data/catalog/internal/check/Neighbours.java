package org.zhengtong.data.catalog.internal.check;

import java.util.Optional;

/** What else stands in the catalog, as far as one sheet's rules need to know. */
public interface Neighbours {

    /** Another entry of the provider with this name, in words that name it. */
    Optional<String> named(String providerKey, String nameKey);

    /** Whether the provider has another entry with the same name but for the number at its end. */
    boolean countedUp(String providerKey, String stem, String nameKey);

    /** Whether a resource has this code. */
    boolean knows(String code);
}
