package org.zhengtong.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengtong.base.trust.Confidences;
import org.zhengtong.base.trust.NodeKeys;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.data.exchange.internal.frame.EnvelopeLine;
import org.zhengtong.data.exchange.internal.frame.Frame;
import org.zhengtong.data.exchange.internal.frame.FrameCheck;
import org.zhengtong.data.exchange.internal.frame.FrameException;
import org.zhengtong.data.exchange.internal.frame.FrameWriter;
import org.zhengtong.data.exchange.internal.node.KnownNodes;
import org.zhengtong.testing.SettableClock;

/** Frames come back as they were written, and no octet of one can change unseen. */
class FrameFormatTest {

    private static final SettableClock CLOCK = new SettableClock();
    private static TestNode sender;
    private static TestNode receiver;

    @BeforeAll
    static void starts_two_nodes() throws Exception {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "platforms")), "frames-");
        sender = TestNode.start("370100-main", CLOCK, folder);
        receiver = TestNode.start("370102-main", CLOCK, folder, "zhengtong.trust.suite=ecdsa");
        TestNode.introduce(sender, receiver, Transport.PUSH, Transport.PUSH);
    }

    @AfterAll
    static void stops_them() {
        sender.close();
        receiver.close();
    }

    private static Frame frame(TestNode from, TestNode to, byte[] content) {
        var writer = from.bean(FrameWriter.class);
        var line = new EnvelopeLine(
                "test",
                1,
                "test.text",
                "用途",
                Priority.LOW,
                CLOCK.instant(),
                CLOCK.instant().plusSeconds(9),
                content.length,
                writer.digest(content),
                1,
                1,
                null,
                false);
        return writer.envelope(UUID.randomUUID(), to.code(), line, content);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 4_096})
    void a_frame_comes_back_as_it_was_written(int size) {
        var content = new byte[size];
        new Random(size).nextBytes(content);
        var frame = frame(sender, receiver, content);
        var read = Frame.of(frame.bytes());

        assertThat(read.header()).isEqualTo(frame.header());
        assertThat(read.signature()).isEqualTo(frame.signature());
        assertThat(read.content()).isEqualTo(content);
        assertThat(receiver.bean(FrameCheck.class)
                        .look(read, receiver.bean(KnownNodes.class))
                        .fault())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void no_octet_changes_unseen(boolean sm2) {
        var from = sm2 ? sender : receiver;
        var to = sm2 ? receiver : sender;
        var bytes = frame(from, to, "内容".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .bytes();
        var random = new Random(7);
        for (var at = 0; at < bytes.length; at++) {
            var changed = bytes.clone();
            changed[at] ^= (byte) (1 + random.nextInt(255));
            assertThat(refused(to, changed))
                    .as("octet %d of %d", at, bytes.length)
                    .isTrue();
        }
    }

    private static boolean refused(TestNode node, byte[] bytes) {
        try {
            return node.bean(FrameCheck.class)
                            .look(Frame.of(bytes), node.bean(KnownNodes.class))
                            .fault()
                    != null;
        } catch (FrameException unreadable) {
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_is_encrypted_for_a_node_only_that_node_reads(boolean sm2) {
        var to = sm2 ? sender : receiver;
        var other = sm2 ? receiver : sender;
        var suite = sm2 ? TrustSuite.SM2 : TrustSuite.ECDSA;
        var writing = other.bean(Confidences.class);
        var secret = writing.newSecret(suite);
        var papers = to.bean(NodeKeys.class).own();
        var wrapped = writing.wrap(secret, java.util.Objects.requireNonNull(papers.encryption()));
        var label = new byte[] {1, 2};
        var encrypted = writing.encrypt(new Confidences.Piece(suite, secret, 1, label), new byte[] {5, 6, 7});

        var opened = to.bean(Confidences.class).unwrap(wrapped);
        assertThat(opened).isEqualTo(secret);
        assertThat(to.bean(Confidences.class).decrypt(new Confidences.Piece(suite, opened, 1, label), encrypted))
                .containsExactly(5, 6, 7);
        assertThatThrownBy(() -> other.bean(Confidences.class).unwrap(wrapped)).isInstanceOf(SecurityException.class);
        assertThatThrownBy(() -> writing.decrypt(new Confidences.Piece(suite, secret, 2, label), encrypted))
                .isInstanceOf(SecurityException.class);
    }
}
