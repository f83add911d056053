package org.zhengtong.base.trust.internal.authority;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import org.zhengtong.base.trust.TrustSuite;

/** Where the node's own keys are kept: a sealed file or a token. */
public interface KeyHolder {

    /** Adds entries to a key store and says whether it added any. */
    @FunctionalInterface
    interface Completion {
        boolean complete(KeyStore store, char[] password) throws GeneralSecurityException;
    }

    /** Makes keys that this holder can keep, and works with them. */
    Provider provider();

    /** Works with the key that wraps the seals' keys. */
    Provider wrappingProvider();

    boolean holds(TrustSuite suite);

    /** Whether keys of this holder can decrypt, not only sign. */
    boolean decrypts();

    char[] password();

    /** Opens the store, lets it be completed and keeps what was added. */
    KeyStore openAndComplete(Completion completion);

    /** What to name in a message about this holder. */
    Object place();
}
