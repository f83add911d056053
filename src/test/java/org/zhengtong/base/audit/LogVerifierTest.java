package org.zhengtong.base.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.base.audit.LogVerdict.Fault;
import org.zhengtong.base.audit.LogVerdict.Tampered;
import org.zhengtong.base.audit.LogVerifier.KeptHead;
import org.zhengtong.testing.PlatformTest;

/** An exported log is checked away from the platform; whoever changes the file is found out. */
@PlatformTest
class LogVerifierTest {

    private static final Actor CLERK = new Actor(Actor.Kind.STAFF, "7", "孙静");

    @Autowired
    private AuditLog log;

    @Autowired
    private AuditProofs proofs;

    private List<String> lines = List.of();
    private TreeHead head = new TreeHead(0, new TreeHash(new byte[32]), java.time.Instant.EPOCH, noSignature());

    private static org.zhengtong.base.trust.Signature noSignature() {
        return new org.zhengtong.base.trust.Signature("", "", new byte[0]);
    }

    @BeforeEach
    void export_a_log_of_two_heads() throws IOException {
        record("1", "2", "3");
        proofs.export(new ByteArrayOutputStream());
        head = proofs.latestHead().orElseThrow();
        record("4", "5", "6");
        lines = unpacked(exported());
    }

    private void record(String... cases) {
        for (var number : cases) {
            log.record(AuditAction.of(CLERK, "casework.accept", "case", number).because("材料齐全"));
        }
    }

    private byte[] exported() throws IOException {
        var file = new ByteArrayOutputStream();
        proofs.export(file);
        return file.toByteArray();
    }

    @Test
    void an_honest_log_is_sound_also_beside_a_head_that_was_kept() throws IOException {
        assertThat(verdict(lines, null)).isInstanceOf(LogVerdict.Sound.class);
        assertThat(verdict(lines, new KeptHead(head.size(), head.root()))).isInstanceOf(LogVerdict.Sound.class);
    }

    @Test
    void a_changed_text_is_found_with_its_place() throws IOException {
        var at = lastEntry();
        var index = Long.parseLong(lines.get(at).split(" ")[1]);

        var verdict = verdict(changed(at, "材料齐全", "材料不齐"), null);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Tampered.class, tampered -> assertThat(tampered.fault()).isEqualTo(Fault.ENTRY_CHANGED))
                .isInstanceOfSatisfying(
                        Tampered.class, tampered -> assertThat(tampered.index()).isEqualTo(index));
    }

    @Test
    void a_changed_text_with_its_hash_made_to_fit_does_not_lead_to_the_signed_root() throws IOException {
        var at = lastEntry();
        var field = lines.get(at).split(" ", 4);
        var forged = field[3].replace("孙静", "刘思远");
        var other = new ArrayList<>(lines);
        other.set(at, "entry " + field[1] + " " + leafOf(forged) + " " + forged);

        assertFault(other, Fault.ROOT);
    }

    private static TreeHash leafOf(String content) {
        return org.zhengtong.base.audit.internal.LeafOfTests.sm3(content);
    }

    @Test
    void an_entry_left_out_is_found() throws IOException {
        var other = new ArrayList<>(lines);
        other.remove(lastEntry());

        assertFault(other, Fault.CUT, Fault.ORDER, Fault.ROOT);
    }

    @Test
    void an_entry_left_out_is_found_when_the_rest_is_numbered_anew() throws IOException {
        var other = new ArrayList<>(lines);
        other.remove(firstEntry() + 1);

        assertFault(renumbered(other), Fault.ROOT);
    }

    @Test
    void entries_that_changed_places_are_found() throws IOException {
        var other = new ArrayList<>(lines);
        Collections.swap(other, firstEntry(), firstEntry() + 1);

        assertFault(other, Fault.ORDER);
        assertFault(renumbered(other), Fault.ROOT);
    }

    @Test
    void a_doubled_entry_is_found() throws IOException {
        var other = new ArrayList<>(lines);
        other.add(firstEntry() + 1, lines.get(firstEntry()));

        assertFault(other, Fault.ORDER);
        assertFault(renumbered(other), Fault.ROOT);
    }

    @Test
    void a_cut_file_is_found() throws IOException {
        assertFault(lines.subList(0, lines.size() - 3), Fault.CUT);

        var whole = packed(lines);
        var half = java.util.Arrays.copyOf(whole, whole.length / 2);
        assertThat(LogVerifier.check(new ByteArrayInputStream(half), null, null))
                .isInstanceOfSatisfying(
                        Tampered.class, tampered -> assertThat(tampered.fault()).isEqualTo(Fault.CUT));
    }

    @Test
    void an_end_cut_off_together_with_its_heads_is_found_by_a_head_that_was_kept() throws IOException {
        var other = new ArrayList<>(lines);
        var firstHead = indexOf("head ");
        other.subList(firstHead + 1, other.size()).clear();
        other.add("end " + lines.get(firstHead).split(" ")[1]);
        var last = proofs.latestHead().orElseThrow();

        assertThat(verdict(other, null)).isInstanceOf(LogVerdict.Sound.class);
        assertThat(verdict(other, new KeptHead(last.size(), last.root())))
                .isInstanceOfSatisfying(
                        Tampered.class, tampered -> assertThat(tampered.fault()).isEqualTo(Fault.CUT));
    }

    @Test
    void a_head_with_another_root_time_or_signature_is_found() throws IOException {
        var at = indexOf("head ");
        var field = lines.get(at).split(" ");

        assertFault(changed(at, field[2], "0".repeat(64)), Fault.ROOT);
        assertFault(changed(at, field[3], "2020-01-01T00:00:00Z"), Fault.SIGNATURE);
        assertFault(changed(at, field[6], "AAAA" + field[6].substring(4)), Fault.SIGNATURE);
        assertFault(changed(indexOf("certificate "), field[4], "0123456789abcdef"), Fault.SIGNATURE);
    }

    @Test
    void entries_that_no_head_covers_are_named() throws IOException {
        var other = new ArrayList<>(lines);
        other.removeIf(line -> line.startsWith("head ") && !line.equals(lines.get(indexOf("head "))));

        assertFault(other, Fault.UNSIGNED);
    }

    @Test
    void a_log_that_was_rewritten_is_found_by_a_head_that_was_kept() throws IOException {
        assertThat(verdict(lines, new KeptHead(head.size(), new TreeHash(new byte[32]))))
                .isInstanceOfSatisfying(
                        Tampered.class, tampered -> assertThat(tampered.fault()).isEqualTo(Fault.KEPT_HEAD));
    }

    @Test
    void what_is_no_log_is_said_to_be_none() throws IOException {
        assertThat(LogVerifier.check(new ByteArrayInputStream("<html>".getBytes(StandardCharsets.UTF_8)), null, null))
                .isInstanceOf(LogVerdict.Unreadable.class);
        for (var first : List.of("", "zhengtong-audit-log 2 SM3", "zhengtong-audit-log 1 MD5", "entry 0")) {
            assertThat(verdict(List.of(first), null)).as(first).isInstanceOf(LogVerdict.Unreadable.class);
        }
        for (var broken : List.of("entry x", "entry 0 zz {}", "head 1", "certificate a b", "gone 0", "what")) {
            assertThat(verdict(List.of("zhengtong-audit-log 1 SM3", broken), null))
                    .as(broken)
                    .isInstanceOf(LogVerdict.Unreadable.class);
        }
    }

    @Test
    void the_command_says_what_it_found_in_both_languages(@TempDir Path folder) throws IOException {
        var file = folder.resolve("log.gz");
        Files.write(file, packed(lines));

        assertThat(run(file.toString())).startsWith("0 日志完好").contains("The log is sound");

        Files.write(file, packed(changed(lastEntry(), "材料齐全", "材料不齐")));
        assertThat(run(file.toString())).startsWith("1 第 ").contains("was changed");
        assertThat(run()).startsWith("2 用法");
        assertThat(run(folder.resolve("none").toString())).startsWith("2 文件读不出来");
    }

    @Test
    void an_old_head_and_the_latest_are_proven_to_be_of_one_log() {
        var proof = proofs.consistencyFrom(head.size()).orElseThrow();

        assertThat(proof.root()).isEqualTo(head.root());
        assertThat(proof.head().size()).isGreaterThan(head.size());
        assertThat(proofs.consistencyFrom(Long.MAX_VALUE)).isEmpty();
        assertThat(proofs.consistencyFrom(-1)).isEmpty();
    }

    private static String run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var status = LogVerifier.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
        return status + " " + out.toString(StandardCharsets.UTF_8);
    }

    private void assertFault(List<String> file, Fault... faults) throws IOException {
        assertThat(verdict(file, null))
                .isInstanceOfSatisfying(
                        Tampered.class, tampered -> assertThat(tampered.fault()).isIn((Object[]) faults));
    }

    private static LogVerdict verdict(List<String> file, @org.jspecify.annotations.Nullable KeptHead kept)
            throws IOException {
        return LogVerifier.check(new ByteArrayInputStream(packed(file)), null, kept);
    }

    private List<String> changed(int at, String from, String to) {
        var other = new ArrayList<>(lines);
        assertThat(lines.get(at)).contains(from);
        other.set(at, lines.get(at).replace(from, to));
        return other;
    }

    private static List<String> renumbered(List<String> file) {
        var other = new ArrayList<String>();
        var index = 0;
        for (var line : file) {
            var field = line.split(" ", 3);
            other.add(field[0].equals("entry") ? "entry " + index++ + " " + field[2] : line);
        }
        return other;
    }

    private int firstEntry() {
        return indexOf("entry ");
    }

    private int lastEntry() {
        return lines.size() - 1 - indexOf(lines.reversed(), "entry ");
    }

    private int indexOf(String kind) {
        return indexOf(lines, kind);
    }

    private static int indexOf(List<String> file, String kind) {
        for (var index = 0; index < file.size(); index++) {
            if (file.get(index).startsWith(kind)) {
                return index;
            }
        }
        throw new AssertionError("no line " + kind);
    }

    private static List<String> unpacked(byte[] file) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static byte[] packed(List<String> file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write((String.join("\n", file) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
