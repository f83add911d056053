package org.zhengtong.base.pack.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.zhengtong.base.pack.PackErrors;

/** Strict UTF-8: a byte that is none is reported with its line instead of becoming a replacement character. */
public final class PackText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private PackText() {}

    /** The text of a file, or empty with the error reported. */
    public static Optional<String> decode(String file, byte[] bytes, PackErrors errors) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var input = ByteBuffer.wrap(bytes);
        var output = CharBuffer.allocate(bytes.length);
        var result = decoder.decode(input, output, true);
        if (result.isError()) {
            errors.add(file, lineAt(bytes, input.position()), "pack.not_utf8");
            return Optional.empty();
        }
        var text = output.flip().toString();
        return Optional.of(!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
    }

    private static int lineAt(byte[] bytes, int position) {
        var line = 1;
        for (var i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
