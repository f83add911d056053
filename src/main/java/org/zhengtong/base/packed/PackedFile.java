package org.zhengtong.base.packed;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.zhengtong.base.packed.PackedFault.Reason;

/**
 * A stranger's ZIP container, read file by file. All that is unpacked from it counts against one limit, whatever its
 * directory claims, so that a small file cannot fill the memory; nothing is ever written to a disk.
 */
public final class PackedFile implements Closeable {

    private static final int LONGEST_DESCRIPTOR = 24;

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> files;
    private final Limits limits;
    private long left;

    private PackedFile(ZipFile zip, Map<String, ZipArchiveEntry> files, Limits limits) {
        this.zip = zip;
        this.files = files;
        this.limits = limits;
        this.left = limits.bytes();
    }

    /** How many files a container may hold, and how many octets are unpacked from it at most. */
    public record Limits(int files, long bytes) {}

    /** Opens a container that lies in memory. */
    public static PackedFile open(byte[] file, Limits limits) throws PackedFault {
        if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
            throw new PackedFault(Reason.NOT_PACKED, "No ZIP container");
        }
        return open(new SeekableInMemoryByteChannel(file), limits);
    }

    /** Opens a container that lies on a disk. */
    public static PackedFile open(Path file, Limits limits) throws IOException {
        return open(Files.newByteChannel(file), limits);
    }

    private static PackedFile open(SeekableByteChannel channel, Limits limits) throws PackedFault {
        try {
            var zip = ZipFile.builder().setSeekableByteChannel(channel).get();
            return new PackedFile(zip, directory(zip, limits), limits);
        } catch (PackedFault fault) {
            close(channel);
            throw fault;
        } catch (IOException | RuntimeException e) {
            close(channel);
            throw new PackedFault(Reason.BROKEN, e);
        }
    }

    private static void close(SeekableByteChannel channel) throws PackedFault {
        try {
            channel.close();
        } catch (IOException e) {
            throw new PackedFault(Reason.BROKEN, e);
        }
    }

    private static Map<String, ZipArchiveEntry> directory(ZipFile zip, Limits limits) throws PackedFault {
        var files = new LinkedHashMap<String, ZipArchiveEntry>();
        var seen = new HashSet<String>();
        for (var entry : Collections.list(zip.getEntries())) {
            if (seen.size() >= limits.files()) {
                throw new PackedFault(Reason.TOO_MANY_FILES, "More than " + limits.files() + " files");
            }
            var name = entry.getName();
            // a backslash may have become a slash on the way, for some programs and not for others
            if (!safe(name) || new String(entry.getRawName(), StandardCharsets.ISO_8859_1).contains("\\")) {
                throw new PackedFault(Reason.UNSAFE_NAME, name);
            }
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw new PackedFault(Reason.DOUBLE_NAME, name);
            }
            if (!entry.isDirectory()) {
                files.put(name, entry);
            }
        }
        return files;
    }

    private static boolean safe(String name) {
        return !name.isEmpty()
                && !name.startsWith("/")
                && name.chars().noneMatch(character -> character < ' ' || character == '\\' || character == ':')
                && List.of(name.split("/", -1)).stream().noneMatch(part -> part.equals("..") || part.equals("."));
    }

    /** The names of the files in it, in the order of its directory. */
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    public boolean has(String name) {
        return files.containsKey(name);
    }

    /** One file as a stream that ends with a fault when the limit is reached. */
    public InputStream stream(String name) throws PackedFault {
        var entry = files.get(name);
        if (entry == null) {
            throw new PackedFault(Reason.BROKEN, "No file " + name);
        }
        try {
            return new Counted(zip.getInputStream(entry));
        } catch (IOException | RuntimeException e) {
            throw new PackedFault(Reason.BROKEN, e);
        }
    }

    /** One file whole. */
    public byte[] content(String name) throws PackedFault {
        try (var stream = stream(name)) {
            return stream.readAllBytes();
        } catch (PackedFault fault) {
            throw fault;
        } catch (IOException | RuntimeException e) {
            throw new PackedFault(Reason.BROKEN, e);
        }
    }

    /** Refuses a container in which something lies between the files: a program that reads it in one go would see other files. */
    public void requireNothingHidden() throws PackedFault {
        long end = 0;
        for (var entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
            var gap = entry.getLocalHeaderOffset() - end;
            if (gap < 0 || gap > LONGEST_DESCRIPTOR) {
                throw new PackedFault(Reason.HIDDEN_CONTENT, "Before " + entry.getName());
            }
            var data = entry.getDataOffset();
            if (data < 0 || entry.getCompressedSize() < 0) {
                throw new PackedFault(Reason.BROKEN, entry.getName());
            }
            end = data + entry.getCompressedSize();
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Counts what is unpacked; a container that lies about its sizes gains nothing. */
    private final class Counted extends java.io.FilterInputStream {

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var octet = super.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var read = super.read(target, offset, length);
            count(read);
            return read;
        }

        @Override
        public long skip(long octets) throws IOException {
            // skipped octets are unpacked as well
            return Math.max(0, read(new byte[(int) Math.min(octets, 8192)]));
        }

        private void count(int read) throws PackedFault {
            left -= Math.max(0, read);
            if (left < 0) {
                throw new PackedFault(Reason.TOO_BIG, "Unpacks to more than " + limits.bytes() + " octets");
            }
        }
    }
}
