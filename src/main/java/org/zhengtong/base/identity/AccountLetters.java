package org.zhengtong.base.identity;

import org.jspecify.annotations.Nullable;

/** How identity reaches the holder of an account; implemented by the room {@code notice}. */
public interface AccountLetters {

    /**
     * Tells the holder something: in the site, and by mail to who left an address.
     *
     * @param template text key; {@code <template>.title} and {@code <template>.body} are the two texts
     * @param link address within the site, or none
     */
    void tell(AccountId to, String template, @Nullable String link, Object... args);

    /** Sends a link by mail alone, because it opens the account; false when the holder left no address. */
    boolean mailSecretLink(AccountId to, String template, String link, Object... args);
}
