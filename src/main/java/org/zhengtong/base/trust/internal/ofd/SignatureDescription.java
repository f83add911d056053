package org.zhengtong.base.trust.internal.ofd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.packed.PackedXml;

/**
 * What a signature covers (GB/T 33190-2016 section 18.2), as Signature.xml describes it.
 *
 * @param method digest algorithm by the name of the cryptography provider
 * @param seal where the seal lies, null when it lies nowhere else than in the signature
 * @param value where the signature's value lies
 */
public record SignatureDescription(
        String path,
        String method,
        List<Covered> covered,
        @Nullable String seal,
        String value) {

    private static final Set<String> SM3 = Set.of("1.2.156.10197.1.401", "SM3");
    private static final Set<String> SHA_256 = Set.of("2.16.840.1.101.3.4.2.1", "SHA256", "SHA-256");

    public SignatureDescription {
        covered = List.copyOf(covered);
    }

    /** A covered file and the digest it must have. */
    public record Covered(String path, byte[] digest) {}

    /** Reads a description; throws when it is none, or names no digest that can be trusted. */
    public static SignatureDescription read(String path, byte[] content) throws IOException {
        var signature = PackedXml.tree(content);
        var info = signature.child("SignedInfo").orElseThrow(() -> new IOException("No SignedInfo in " + path));
        var references = info.child("References").orElseThrow(() -> new IOException("No References in " + path));
        var covered = new ArrayList<Covered>();
        for (var reference : references.children("Reference")) {
            var location = reference.attribute("FileRef");
            covered.add(new Covered(
                    OfdFile.resolve(path, location).orElse(location),
                    Base64.getMimeDecoder().decode(reference.textOf("CheckValue"))));
        }
        var seal = info.child("Seal").map(each -> each.textOf("BaseLoc")).orElse("");
        return new SignatureDescription(
                path,
                method(references.attribute("CheckMethod")),
                covered,
                seal.isEmpty() ? null : OfdFile.resolve(path, seal).orElse(seal),
                OfdFile.resolve(path, signature.textOf("SignedValue"))
                        .orElseThrow(() -> new IOException("No SignedValue in " + path)));
    }

    private static String method(String written) throws IOException {
        if (SM3.contains(written)) {
            return "SM3";
        }
        if (SHA_256.contains(written)) {
            return "SHA-256";
        }
        throw new IOException("Not a digest to be trusted: " + written);
    }
}
