package org.zhengtong.base.backup.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and digests what is written through it; closing it leaves the stream below open. */
final class Digests extends OutputStream {

    private final OutputStream out;
    private final MessageDigest digest = sha256();
    private long size;

    Digests(OutputStream out) {
        this.out = out;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        digest.update(bytes, from, length);
        size += length;
    }

    long size() {
        return size;
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
