package org.zhengtong.base.trust.internal.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.ContentInfo;

/**
 * The bytes a PDF signature covers: all from the start, but for the one gap that holds the signature itself (ISO 32000-2
 * section 12.8.1). Anything else, such as a gap in which text could hide, is refused.
 */
final class SignedRange {

    private final byte[] content;
    private final ContentInfo signature;
    private final int end;

    SignedRange(List<Integer> range, byte[] pdf) throws IOException {
        if (range.size() != 4 || range.getFirst() != 0) {
            throw new IllegalArgumentException("Not a byte range of a signature: " + range);
        }
        int gapStart = range.get(1);
        int gapEnd = range.get(2);
        int rest = range.getLast();
        end = Math.addExact(gapEnd, rest);
        if (gapStart < 0 || gapEnd <= gapStart + 2 || end > pdf.length || rest < 0) {
            throw new IllegalArgumentException("Not a byte range of a signature: " + range);
        }
        if (pdf[gapStart] != '<' || pdf[gapEnd - 1] != '>') {
            throw new IllegalArgumentException("The gap holds more than the signature: " + range);
        }
        signature = ContentInfo.getInstance(new ASN1InputStream(hex(pdf, gapStart + 1, gapEnd - 1)).readObject());
        content = new byte[gapStart + rest];
        System.arraycopy(pdf, 0, content, 0, gapStart);
        System.arraycopy(pdf, gapEnd, content, gapStart, rest);
    }

    byte[] content() {
        return content;
    }

    ContentInfo signature() {
        return signature;
    }

    /** The signature stands in hexadecimal, filled up with zeros. */
    private static byte[] hex(byte[] pdf, int start, int end) {
        return HexFormat.of().parseHex(new String(pdf, start, end - start, StandardCharsets.US_ASCII));
    }

    /** Where the range ends: what stands behind it in the file was added later. */
    int end() {
        return end;
    }
}
