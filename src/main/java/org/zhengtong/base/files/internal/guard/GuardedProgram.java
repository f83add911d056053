package org.zhengtong.base.files.internal.guard;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.zhengtong.base.trust.SignaturePlace;

/**
 * The guarded process itself: reads tasks from its input, writes answers to its output, and ends when its input ends. It
 * is no part of the platform: no Spring, no database, no settings but its arguments.
 */
public final class GuardedProgram {
    static final String TEXT = "text";
    static final String THUMBNAIL = "thumbnail";
    static final String SIGNATURES = "signatures";

    private GuardedProgram() {}

    /** Serves tasks until the platform closes the pipe. */
    public static void main(String[] arguments) throws IOException {
        var answers = new DataOutputStream(System.out);
        System.setOut(System.err); // libraries that chatter must not spoil the answers
        var tasks = new DataInputStream(System.in);
        while (true) {
            try {
                serve(tasks, answers);
            } catch (EOFException closed) {
                return;
            }
        }
    }

    private static void serve(DataInputStream tasks, DataOutputStream answers) throws IOException {
        var task = tasks.readUTF();
        var file = Path.of(tasks.readUTF());
        var mediaType = tasks.readUTF();
        var most = tasks.readInt();
        try {
            answer(answers, true, work(task, file, mediaType, most));
        } catch (Exception | StackOverflowError failed) {
            // whatever a hostile file provokes in a parser is an answer, not an accident
            answer(answers, false, failed.getClass().getSimpleName().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] work(String task, Path file, String mediaType, int most) throws Exception {
        return switch (task) {
            case TEXT -> TextReading.read(file, mediaType, most);
            case THUMBNAIL -> ThumbnailDrawing.draw(file, mediaType, most);
            case SIGNATURES -> signatures(file);
            default -> throw new IllegalArgumentException("Not a task: " + task);
        };
    }

    private static byte[] signatures(Path file) throws IOException {
        return SignaturePlace.in(file).stream()
                .map(SignaturePlace::written)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void answer(DataOutputStream answers, boolean done, byte[] content) throws IOException {
        answers.writeBoolean(done);
        answers.writeInt(content.length);
        answers.write(content);
        answers.flush();
    }
}
