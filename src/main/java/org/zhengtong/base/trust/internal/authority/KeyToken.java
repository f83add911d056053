package org.zhengtong.base.trust.internal.authority;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.trust.TrustProblem;
import org.zhengtong.base.trust.TrustSuite;

/**
 * A cryptographic device behind PKCS#11: keys are made in it and do not leave it. The JDK's provider knows ECDSA on P-256, but not
 * SM2, so a node with such a device works with the suite {@code ecdsa}.
 */
public final class KeyToken implements KeyHolder {

    private final Path library;
    private final int slot;
    private final Path pinFile;
    private @Nullable Provider provider;

    public KeyToken(Path library, int slot, Path pinFile) {
        this.library = library;
        this.slot = slot;
        this.pinFile = pinFile;
    }

    @Override
    public synchronized Provider provider() {
        var known = provider;
        if (known == null) {
            known = Security.getProvider("SunPKCS11").configure("--" + configuration());
            provider = known;
        }
        return known;
    }

    /** Private keys are for signing only and cannot be read; the wrapping key is for encryption only. */
    private String configuration() {
        return """
                name = Zhengtong
                library = %s
                slotListIndex = %d
                attributes(*, CKO_PRIVATE_KEY, CKK_EC) = {
                  CKA_SIGN = true
                  CKA_SENSITIVE = true
                  CKA_EXTRACTABLE = false
                }
                attributes(*, CKO_SECRET_KEY, CKK_AES) = {
                  CKA_ENCRYPT = true
                  CKA_DECRYPT = true
                  CKA_SENSITIVE = true
                  CKA_EXTRACTABLE = false
                }
                """.formatted(library, slot);
    }

    @Override
    public Provider wrappingProvider() {
        return provider();
    }

    @Override
    public boolean holds(TrustSuite suite) {
        return suite == TrustSuite.ECDSA;
    }

    @Override
    public boolean decrypts() {
        return false;
    }

    @Override
    public char[] password() {
        try {
            return Files.readString(pinFile).strip().toCharArray();
        } catch (IOException e) {
            var problem = new ProblemException(TrustProblem.KEY_FILE_MISSING, pinFile);
            problem.initCause(e);
            throw problem;
        }
    }

    /** What is put into the store is on the device at once. */
    @Override
    public KeyStore openAndComplete(Completion completion) {
        try {
            var store = KeyStore.getInstance("PKCS11", provider());
            store.load(null, password());
            completion.complete(store, password());
            return store;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            var problem = new ProblemException(TrustProblem.CABINET_UNREADABLE, library);
            problem.initCause(e);
            throw problem;
        }
    }

    @Override
    public Object place() {
        return library;
    }
}
