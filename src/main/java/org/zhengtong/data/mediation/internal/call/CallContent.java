package org.zhengtong.data.mediation.internal.call;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A head as JSON and a body, as they stand in a frame: length of the head in four octets, head, body. */
@SuppressWarnings("ArrayRecordComponent")
record CallContent<H>(H head, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LENGTH = 4;

    /** Longest head that is read. */
    static final int LONGEST_HEAD = 65_536;

    static byte[] write(Object head, byte[] body) {
        var text = JSON.writeValueAsBytes(head);
        return ByteBuffer.allocate(LENGTH + text.length + body.length)
                .putInt(text.length)
                .put(text)
                .put(body)
                .array();
    }

    /** What stands in a content; empty when it is none. */
    static <H> Optional<CallContent<H>> read(byte[] content, Class<H> type) {
        if (content.length < LENGTH) {
            return Optional.empty();
        }
        var length = ByteBuffer.wrap(content).getInt();
        if (length < 0 || length > LONGEST_HEAD || length > content.length - LENGTH) {
            return Optional.empty();
        }
        try {
            var head = JSON.readValue(content, LENGTH, length, type);
            return Optional.ofNullable(head)
                    .map(each -> new CallContent<>(each, Arrays.copyOfRange(content, LENGTH + length, content.length)));
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
