package org.zhengtong.data.exchange.internal.transport;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.zhengtong.data.exchange.internal.frame.Frame;
import org.zhengtong.data.exchange.internal.frame.ReceiptLine;

/** Frames that leave together for one node. */
public final class Batch {

    private final List<Frame> frames = new ArrayList<>();
    private final List<UUID> ids = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private final List<UUID> receipts = new ArrayList<>();

    void add(Frame frame) {
        frames.add(frame);
    }

    void addPiece(UUID id, int number, Frame frame) {
        ids.add(id);
        numbers.add(number);
        frames.add(frame);
    }

    void addReceipts(List<ReceiptLine> lines, Frame frame) {
        lines.forEach(line -> receipts.add(line.id()));
        frames.add(frame);
    }

    public boolean isEmpty() {
        return frames.isEmpty();
    }

    List<Frame> frames() {
        return frames;
    }

    List<UUID> ids() {
        return ids;
    }

    List<Integer> numbers() {
        return numbers;
    }

    List<UUID> receipts() {
        return receipts;
    }

    /** All frames one behind the other. */
    public byte[] bytes() {
        var out =
                new ByteArrayOutputStream(frames.stream().mapToInt(Frame::size).sum());
        frames.forEach(frame -> out.writeBytes(frame.bytes()));
        return out.toByteArray();
    }
}
