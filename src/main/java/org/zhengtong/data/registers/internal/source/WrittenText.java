package org.zhengtong.data.registers.internal.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a file in whatever encoding it came: a byte order mark says it, else UTF-8 where every byte fits, else GB18030. A
 * byte that fits none becomes the replacement character, so that its row can be named.
 */
final class WrittenText {

    private static final int MARK = 3;
    private static final int PIECE = 1 << 16;

    private WrittenText() {}

    static BufferedReader open(Path file) throws IOException {
        var bytes = new PushbackInputStream(Files.newInputStream(file), MARK);
        var marked = marked(bytes);
        var charset = marked != null ? marked : isUtf8(file) ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
        Reader reader = new InputStreamReader(bytes, charset);
        return new BufferedReader(reader, PIECE);
    }

    private static @org.jspecify.annotations.Nullable Charset marked(PushbackInputStream bytes) throws IOException {
        var head = bytes.readNBytes(MARK);
        var charset = charsetOf(head);
        var length = charset == null ? 0 : charset == StandardCharsets.UTF_8 ? MARK : 2;
        bytes.unread(head, length, head.length - length);
        return charset;
    }

    private static @org.jspecify.annotations.Nullable Charset charsetOf(byte[] head) {
        if (head.length >= MARK && (head[0] & 0xff) == 0xef && (head[1] & 0xff) == 0xbb && (head[2] & 0xff) == 0xbf) {
            return StandardCharsets.UTF_8;
        }
        if (head.length >= 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        return head.length >= 2 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff
                ? StandardCharsets.UTF_16BE
                : null;
    }

    static boolean isUtf8(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.allocate(PIECE);
        var out = CharBuffer.allocate(PIECE);
        try (InputStream bytes = Files.newInputStream(file)) {
            for (var read = bytes.read(in.array(), 0, PIECE); read >= 0; ) {
                in.limit(in.position() + read).position(0);
                if (decoder.decode(in, out.clear(), false).isError()) {
                    return false;
                }
                in.compact();
                read = bytes.read(in.array(), in.position(), in.remaining());
            }
            in.flip();
            return !decoder.decode(in, out.clear(), true).isError();
        }
    }
}
