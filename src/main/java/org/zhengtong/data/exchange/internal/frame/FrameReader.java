package org.zhengtong.data.exchange.internal.frame;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.zhengtong.data.exchange.EnvelopeFault;

/** Reads frames that stand one behind the other; never more into memory than one frame may have. */
public final class FrameReader {

    private final InputStream in;
    private final int longest;
    private ByteArrayOutputStream consumed = new ByteArrayOutputStream();

    public FrameReader(InputStream in) {
        this(in, Frame.LONGEST_CONTENT);
    }

    /** Reads frames whose content is no longer than this. */
    public FrameReader(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next frame; empty at the end. After a {@link FrameException} nothing more can be read, for the place is lost. */
    public Optional<Frame> next() {
        consumed = new ByteArrayOutputStream();
        try {
            var first = in.read();
            if (first < 0) {
                return Optional.empty();
            }
            consumed.write(first);
            if (first != Frame.MAGIC[0]
                    || !Arrays.equals(take(3), Arrays.copyOfRange(Frame.MAGIC, 1, Frame.MAGIC.length))) {
                throw new FrameException(EnvelopeFault.UNREADABLE);
            }
            var header = take(length(4, Frame.LONGEST_HEADER, EnvelopeFault.UNREADABLE));
            var signature = take(length(2, Frame.LONGEST_SIGNATURE, EnvelopeFault.UNREADABLE));
            var content = take(length(4, longest, EnvelopeFault.OVERSIZE));
            return Optional.of(new Frame(header, signature, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was read of the frame that could not be read to its end. */
    public byte[] consumed() {
        return consumed.toByteArray();
    }

    private int length(int octets, int most, EnvelopeFault tooLong) throws IOException {
        var read = take(octets);
        var length = octets == 2
                ? Short.toUnsignedInt(ByteBuffer.wrap(read).getShort())
                : ByteBuffer.wrap(read).getInt();
        if (length < 0 || length > most) {
            throw new FrameException(tooLong);
        }
        return length;
    }

    private byte[] take(int count) throws IOException {
        var bytes = in.readNBytes(count);
        consumed.writeBytes(bytes);
        if (bytes.length < count) {
            throw new FrameException(EnvelopeFault.CUT);
        }
        return bytes;
    }
}
