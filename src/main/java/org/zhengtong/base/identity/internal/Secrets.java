package org.zhengtong.base.identity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Hides and finds what must not lie in the database in the clear: keyed digests for look-up, encryption for reading back. */
@Component
public class Secrets {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final byte[] key;

    Secrets(IdentitySettings settings) {
        key = settings.identity().key().isEmpty()
                ? readOrMake(settings.dataDir().resolve("keys").resolve("identity.key"))
                : Base64.getDecoder().decode(settings.identity().key());
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException("The key of accounts must have 32 bytes, not " + key.length);
        }
    }

    private byte[] readOrMake(Path file) {
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                make(file);
            }
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException failure) {
            throw new UncheckedIOException("The key of accounts cannot be kept in " + file, failure);
        }
    }

    private void make(Path file) throws IOException {
        var fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        var half = file.resolveSibling("identity.key.new");
        Files.deleteIfExists(half);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(
                half, Base64.getEncoder().encodeToString(fresh), StandardOpenOption.CREATE, StandardOpenOption.SYNC);
        try {
            Files.move(half, file);
        } catch (FileAlreadyExistsException another) {
            Files.delete(half);
        }
    }

    /** A digest that nobody can compute without the key; the purpose keeps equal values of different kinds apart. */
    public byte[] digest(String purpose, String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keyFor("digest"), "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HmacSHA256 is part of every Java", impossible);
        }
    }

    /** Encrypts with AES-256-GCM. */
    public byte[] hide(byte[] value) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var hidden = crypt(Cipher.ENCRYPT_MODE, nonce, value);
        var whole = Arrays.copyOf(nonce, NONCE_BYTES + hidden.length);
        System.arraycopy(hidden, 0, whole, NONCE_BYTES, hidden.length);
        return whole;
    }

    /** Decrypts what {@link #hide} made. */
    public byte[] reveal(byte[] hidden) {
        return crypt(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(hidden, NONCE_BYTES),
                Arrays.copyOfRange(hidden, NONCE_BYTES, hidden.length));
    }

    byte[] hide(String value) {
        return hide(value.getBytes(StandardCharsets.UTF_8));
    }

    String revealText(byte[] hidden) {
        return new String(reveal(hidden), StandardCharsets.UTF_8);
    }

    /** A fresh secret of 256 bits, fit for an address. */
    public String fresh() {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] value) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(keyFor("cipher"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(value);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("What is stored does not fit the key of accounts", failure);
        }
    }

    // One stored key, two uses: each gets a key of its own derived from it.
    private byte[] keyFor(String use) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(use.getBytes(StandardCharsets.UTF_8));
    }
}
