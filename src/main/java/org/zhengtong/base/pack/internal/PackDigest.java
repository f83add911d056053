package org.zhengtong.base.pack.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackSection;

/** SHA-256 over the stored files and the names of the sections: a new section reads an unchanged pack once more. */
final class PackDigest {

    private PackDigest() {}

    static String of(PackReader pack, List<PackSection> sections) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var section : sections) {
                add(digest, section.name());
            }
            for (var file : pack.files()) {
                add(digest, file.path());
                try (var stored = file.openStored()) {
                    digest.update(MessageDigest.getInstance("SHA-256").digest(stored.readAllBytes()));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256 belongs to every Java platform", missing);
        } catch (IOException failure) {
            throw new UncheckedIOException("Pack " + pack.name(), failure);
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
