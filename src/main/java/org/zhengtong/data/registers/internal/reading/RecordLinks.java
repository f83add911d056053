package org.zhengtong.data.registers.internal.reading;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
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

    private final DefinitionStore store;
    private volatile byte[] known = new byte[0];

    RecordLinks(DefinitionStore store) {
        this.store = store;
    }

    private byte[] secret() {
        if (known.length == 0) {
            known = store.linkSecret();
        }
        return known;
    }

    @Override
    public String seal(RecordKey key) {
        return seal(key.value());
    }

    /** The text for an address. */
    public String seal(String key) {
        try {
            var plain = key.getBytes(StandardCharsets.UTF_8);
            var iv = iv(plain);
            var sealed = cipher(Cipher.ENCRYPT_MODE, iv).doFinal(plain);
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
            var plain = cipher(Cipher.DECRYPT_MODE, iv).doFinal(all, IV, all.length - IV);
            return MessageDigest.isEqual(iv, iv(plain))
                    ? Optional.of(new String(plain, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The initial value follows from the content, so that equal keys look equal and every change is seen (as in RFC 5297). */
    private byte[] iv(byte[] plain) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret(), 0, IV, "HmacSHA256"));
        return Arrays.copyOf(mac.doFinal(plain), IV);
    }

    private Cipher cipher(int mode, byte[] iv) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/CTR/NoPadding");
        cipher.init(mode, new SecretKeySpec(secret(), IV, IV, "AES"), new IvParameterSpec(iv));
        return cipher;
    }
}
