package org.zhengtong.data.registers.internal.reading;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.data.registers.RecordAddresses;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.internal.definition.DefinitionStore;

/**
 * Keys of records as they stand in addresses: encrypted, since a key may be a citizen number and addresses end up in logs. The
 * same key gives the same text, on every instance; a changed text is no key.
 */
@Component
public class RecordLinks implements RecordAddresses {

    private static final int IV = 16;
    private static final String MAC = "HmacSHA256";
    private static final String CIPHER = "AES/CTR/NoPadding";

    private final DefinitionStore store;
    private volatile @Nullable Secret known;

    RecordLinks(DefinitionStore store) {
        this.store = store;
    }

    /** Keys ready for use: each record given is sealed in the log. The first is never fed itself, only its copies. */
    private record Secret(Mac mac, SecretKeySpec key, Provider provider) {

        static Secret of(byte[] bytes) throws GeneralSecurityException {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(bytes, 0, IV, MAC));
            var provider = Cipher.getInstance(CIPHER).getProvider();
            return new Secret(mac, new SecretKeySpec(bytes, IV, IV, "AES"), provider);
        }

        /** The initial value follows from the content, so that equal keys look equal and every change is seen (as in RFC 5297). */
        byte[] iv(byte[] plain) throws GeneralSecurityException {
            try {
                return Arrays.copyOf(((Mac) mac.clone()).doFinal(plain), IV);
            } catch (CloneNotSupportedException impossible) {
                throw new GeneralSecurityException(impossible);
            }
        }

        Cipher cipher(int mode, byte[] iv) throws GeneralSecurityException {
            var cipher = Cipher.getInstance(CIPHER, provider);
            cipher.init(mode, key, new IvParameterSpec(iv));
            return cipher;
        }
    }

    private Secret secret() throws GeneralSecurityException {
        var present = known;
        if (present == null) {
            present = Secret.of(store.linkSecret());
            known = present;
        }
        return present;
    }

    @Override
    public String seal(RecordKey key) {
        return seal(key.value());
    }

    /** The text for an address. */
    public String seal(String key) {
        try {
            var plain = key.getBytes(StandardCharsets.UTF_8);
            var secret = secret();
            var iv = secret.iv(plain);
            var sealed = secret.cipher(Cipher.ENCRYPT_MODE, iv).doFinal(plain);
            var all = Arrays.copyOf(iv, IV + sealed.length);
            System.arraycopy(sealed, 0, all, IV, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Optional<RecordKey> open(String text) {
        return opened(text).filter(key -> !key.isBlank()).map(RecordKey::new);
    }

    /** The text that {@link #seal} made this of, if it did. */
    public Optional<String> opened(String text) {
        try {
            var all = Base64.getUrlDecoder().decode(text);
            if (all.length <= IV) {
                return Optional.empty();
            }
            var iv = Arrays.copyOf(all, IV);
            var secret = secret();
            var plain = secret.cipher(Cipher.DECRYPT_MODE, iv).doFinal(all, IV, all.length - IV);
            return MessageDigest.isEqual(iv, secret.iv(plain))
                    ? Optional.of(new String(plain, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
