package org.zhengtong.base.audit;

import java.util.Arrays;
import java.util.HexFormat;

/** A hash of the Merkle tree: 32 bytes, shown in hexadecimal. */
public final class TreeHash {

    private final byte[] bytes;

    /** Takes the 32 bytes of a SHA-256 or SM3 hash. */
    public TreeHash(byte[] bytes) {
        if (bytes.length != 32) {
            throw new IllegalArgumentException("A tree hash has 32 bytes, not " + bytes.length);
        }
        this.bytes = bytes.clone();
    }

    /** Reads 64 hexadecimal digits. */
    public static TreeHash of(String hex) {
        return new TreeHash(HexFormat.of().parseHex(hex));
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
