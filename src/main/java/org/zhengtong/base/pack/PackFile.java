package org.zhengtong.base.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.zhengtong.base.pack.internal.PackTable;
import org.zhengtong.base.pack.internal.PackText;
import org.zhengtong.base.pack.internal.PackTree;

/** One file of a pack. A name ending in {@code .gz} is unpacked on reading and is known without that ending. */
public final class PackFile {

    /** Opens the stored bytes. */
    @FunctionalInterface
    public interface Source {
        /** The bytes as stored, still packed. */
        InputStream open() throws IOException;
    }

    private final String path;
    private final boolean packed;
    private final Source source;

    PackFile(String storedPath, Source source) {
        this.packed = storedPath.endsWith(".gz");
        this.path = packed ? storedPath.substring(0, storedPath.length() - 3) : storedPath;
        this.source = source;
    }

    /** Path inside the pack with forward slashes, without {@code .gz}. */
    public String path() {
        return path;
    }

    /** The stored bytes, as they count for the pack's digest. */
    public InputStream openStored() throws IOException {
        return source.open();
    }

    /** The content, unpacked. */
    public byte[] bytes() {
        try (var stored = source.open();
                var content = packed ? new GZIPInputStream(stored) : stored) {
            return content.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(path, failure);
        }
    }

    /** The content as UTF-8 text without its byte order mark; bytes that are not UTF-8 are reported with their line. */
    public Optional<String> text(PackErrors errors) {
        return PackText.decode(path, bytes(), errors);
    }

    /** The content as a tree of YAML or, by the ending {@code .json}, JSON; a syntax error is reported with its line. */
    public Optional<PackNode> tree(PackErrors errors) {
        return text(errors).flatMap(text -> PackTree.parse(path, text, errors));
    }

    /** Hands over the rows of a CSV file with a header one by one; malformed rows are reported and left out. */
    public void eachRow(PackErrors errors, Consumer<PackRow> each) {
        text(errors).ifPresent(text -> PackTable.read(path, text, errors, each));
    }

    /** All rows of a CSV file with a header. */
    public List<PackRow> rows(PackErrors errors) {
        var rows = new ArrayList<PackRow>();
        eachRow(errors, rows::add);
        return rows;
    }
}
