package org.zhengtong.data.sharing.internal.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.databind.json.JsonMapper;

/**
 * A snapshot as it travels and as it is kept: the octets that were signed, never written anew, with the signature of the node's key.
 *
 * @param content {@link GrantSnapshot} as JSON
 */
@SuppressWarnings("ArrayRecordComponent")
record SignedSnapshot(byte[] content, String keyId, byte[] signature) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final byte[] MARK = "zhengtong grants 1\n".getBytes(StandardCharsets.US_ASCII);

    @SuppressWarnings("ConstantValue") // a foreign text may leave out anything
    SignedSnapshot {
        if (content == null || keyId == null || signature == null) {
            throw new IllegalArgumentException("Not a signed snapshot");
        }
    }

    static SignedSnapshot read(byte[] bytes) {
        return JSON.readValue(bytes, SignedSnapshot.class);
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }

    /** What a signature is made over: a mark ahead of the content, so that it is none for anything else. */
    static byte[] signed(byte[] content) {
        var all = Arrays.copyOf(MARK, MARK.length + content.length);
        System.arraycopy(content, 0, all, MARK.length, content.length);
        return all;
    }

    GrantSnapshot snapshot() {
        return JSON.readValue(content, GrantSnapshot.class);
    }
}
