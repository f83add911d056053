package org.zhengtong.base.audit;

import java.time.Instant;
import java.util.HexFormat;
import org.zhengtong.base.trust.Signature;

/** A signed statement: at this time the log had this many entries and this root (RFC 6962 section 3.5). */
public record TreeHead(long size, TreeHash root, Instant at, Signature signature) {

    /** The bytes that the signature covers, as readable text: log name, size, root in hexadecimal, time. */
    public static byte[] signedContent(long size, TreeHash root, Instant at) {
        return ("zhengtong audit log v1\nsize=%d\nroot=%s\nat=%s\n"
                        .formatted(size, HexFormat.of().formatHex(root.bytes()), at))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
