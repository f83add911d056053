package org.zhengtong.base.trust.internal.ofd;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.base.packed.PackedFault;
import org.zhengtong.base.packed.PackedFile;
import org.zhengtong.base.packed.PackedXml;

/** A stranger's OFD container: which files it holds, where its signatures lie, and what each file's digest is. */
public final class OfdFile implements Closeable {

    static final String ENTRANCE = "OFD.xml";

    private static final PackedFile.Limits LIMITS = new PackedFile.Limits(3_000, 120L * 1024 * 1024);
    private static final int LARGEST_DESCRIPTION = 4 * 1024 * 1024;

    private final PackedFile packed;
    private final Map<String, Digested> digests = new HashMap<>();

    private OfdFile(PackedFile packed) {
        this.packed = packed;
    }

    /** A file's digest and length. */
    public record Digested(byte[] digest, long octets) {}

    public static OfdFile open(byte[] file) throws PackedFault {
        var ofd = new OfdFile(PackedFile.open(file, LIMITS));
        ofd.packed.requireNothingHidden();
        return ofd;
    }

    public List<String> names() {
        return packed.names();
    }

    public boolean has(String name) {
        return packed.has(name);
    }

    /** A file that describes something, whole; such files are small. */
    public byte[] description(String name) throws IOException {
        try (var stream = packed.stream(name)) {
            var content = stream.readNBytes(LARGEST_DESCRIPTION + 1);
            if (content.length > LARGEST_DESCRIPTION) {
                throw new IOException("Too long for a description: " + name);
            }
            return content;
        }
    }

    /** Digests a file; each only once, however many signatures ask for it. */
    public Digested digest(String name, MessageDigest method) throws IOException {
        var key = method.getAlgorithm() + ":" + name;
        var known = digests.get(key);
        if (known != null) {
            return known;
        }
        var fresh = digested(name, method);
        digests.put(key, fresh);
        return fresh;
    }

    private Digested digested(String name, MessageDigest method) throws IOException {
        var piece = new byte[64 * 1024];
        long octets = 0;
        try (var stream = packed.stream(name)) {
            for (var read = stream.read(piece); read >= 0; read = stream.read(piece)) {
                method.update(piece, 0, read);
                octets += read;
            }
        }
        return new Digested(method.digest(), octets);
    }

    /** Where the lists of signatures lie; a list that the entrance names but the container lacks is named as well. */
    public List<String> signatureLists() throws IOException {
        var lists = new ArrayList<String>();
        for (var body : PackedXml.tree(description(ENTRANCE)).children("DocBody")) {
            body.child("Signatures")
                    .map(PackedXml.Element::text)
                    .filter(location -> !location.isEmpty())
                    .ifPresent(location -> lists.add(resolve(ENTRANCE, location).orElse(location)));
        }
        return lists;
    }

    /** The description of each signature in a list. */
    public List<String> signatures(String list) throws IOException {
        return PackedXml.tree(description(list)).children("Signature").stream()
                .map(each -> each.attribute("BaseLoc"))
                .map(location -> resolve(list, location).orElse(location))
                .toList();
    }

    /** A location as written in a file, from the root of the container; empty when it leads out of it. */
    public static Optional<String> resolve(String from, String location) {
        var path = new ArrayDeque<String>();
        if (!location.startsWith("/") && from.contains("/")) {
            path.addAll(Arrays.asList(from.substring(0, from.lastIndexOf('/')).split("/")));
        }
        for (var part : location.split("/", -1)) {
            if (part.equals("..")) {
                if (path.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                path.addLast(part);
            }
        }
        return Optional.of(String.join("/", path));
    }

    @Override
    public void close() {
        try {
            packed.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
