package org.zhengtong.base.audit.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.zhengtong.base.audit.TreeHead;
import org.zhengtong.base.audit.internal.TreeStore.Leaf;
import org.zhengtong.base.trust.Signer;

/**
 * The whole log as a file: one line for each entry, each signed head behind the last entry it covers, each certificate before
 * the first head it signed. Lines are UTF-8, fields are parted by one space, the file is compressed with gzip.
 *
 * <pre>
 * zhengtong-audit-log 1 SM3
 * entry 0 (leaf hash in hexadecimal) (canonical JSON of the entry)
 * certificate (key id) (DER in Base64)
 * head 1 (root in hexadecimal) (time) (key id) (algorithm) (signature in Base64)
 * end 1
 * </pre>
 *
 * <p>An entry whose term of keeping has ended leaves a line {@code gone} with its index and leaf hash.
 */
final class LogFile {

    static final String NAME = "zhengtong-audit-log";
    static final String VERSION = "1";

    private static final int PIECE = 5000;

    private final TreeStore tree;
    private final Set<Integer> discarded;
    private final TreeHasher hasher;
    private final Signer signer;
    private final ArrayDeque<TreeHead> heads = new ArrayDeque<>();
    private final Set<String> written = new HashSet<>();

    LogFile(TreeStore tree, Set<Integer> discarded, TreeHasher hasher, Signer signer) {
        this.tree = tree;
        this.discarded = discarded;
        this.hasher = hasher;
        this.signer = signer;
    }

    void write(OutputStream out) throws IOException {
        var covered = tree.findLatestHead().map(TreeHead::size).orElse(0L);
        try (var lines = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(out, 1 << 16), StandardCharsets.UTF_8), 1 << 16)) {
            line(lines, NAME, VERSION, hasher.algorithm());
            var size = 0L;
            while (size < covered) {
                for (var leaf : tree.leavesFrom(size, (int) Math.min(PIECE, covered - size))) {
                    entry(lines, leaf);
                    size = leaf.index() + 1;
                    headOf(lines, size);
                }
            }
            line(lines, "end", Long.toString(size));
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private void entry(BufferedWriter lines, Leaf leaf) throws IOException {
        var index = Long.toString(leaf.index());
        var hash = leaf.hash().toString();
        if (leaf.entry().isPresent()) {
            line(lines, "entry", index, hash, CanonicalEntry.of(leaf.entry().get()));
        } else {
            line(lines, discarded.contains(leaf.id().year()) ? "gone" : "missing", index, hash);
        }
    }

    private void headOf(BufferedWriter lines, long size) throws IOException {
        if (heads.isEmpty()) {
            heads.addAll(tree.headsAbove(size - 1, PIECE));
        }
        var next = heads.peek();
        if (next == null || next.size() != size) {
            return;
        }
        heads.remove();
        var signature = next.signature();
        if (written.add(signature.keyId())) {
            signer.certificate(signature.keyId()).ifPresent(pem -> certificate(lines, signature.keyId(), pem));
        }
        line(
                lines,
                "head",
                Long.toString(size),
                next.root().toString(),
                next.at().toString(),
                signature.keyId(),
                signature.algorithm(),
                signature.base64());
    }

    private static void certificate(BufferedWriter lines, String keyId, String pem) {
        try {
            var der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            line(lines, "certificate", keyId, Base64.getEncoder().encodeToString(der));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void line(BufferedWriter lines, String... fields) throws IOException {
        lines.write(String.join(" ", fields));
        lines.write('\n');
    }
}
