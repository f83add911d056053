package org.zhengtong.base.trust;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One signature or time stamp found in a file.
 *
 * @param signer name in the certificate; as it stands there, whoever issued it
 * @param reference the holder's reference in the certificate, such as a unified social credit code
 * @param issuer who issued the certificate, by its name
 * @param statedAt signing time as the signer states it
 * @param provenAt time that a stamp of this node proves
 * @param covered how many octets of the file are signed
 * @param parts what it says about the files inside a packed file (OFD); null for other kinds
 */
public record FoundSignature(
        String signer,
        String reference,
        String issuer,
        String algorithm,
        @Nullable Instant statedAt,
        @Nullable Instant provenAt,
        Content content,
        Standing standing,
        long covered,
        @Nullable SealedParts parts) {

    /** Whether the signed content is what it was. */
    public enum Content {
        UNCHANGED,
        CHANGED,
        /** The signature stands apart from its file, and the file was not given. */
        NEEDED,
        /** The signature itself cannot be read. */
        UNREADABLE
    }

    /** What the certificate was worth when it signed. */
    public enum Standing {
        VALID,
        /** Not issued by this node's authority; its name proves nothing here. */
        UNTRUSTED,
        NOT_YET_VALID,
        EXPIRED,
        SUSPENDED,
        REVOKED,
        /** The certificate is good, but the electronic seal it signed with is not. */
        SEAL_FAULTY
    }

    /** The same signature, covering so many octets of its file. */
    public FoundSignature covering(long octets) {
        return new FoundSignature(
                signer, reference, issuer, algorithm, statedAt, provenAt, content, standing, octets, parts);
    }

    /** The same signature with what it says about the files it covers. */
    public FoundSignature with(SealedParts said) {
        return new FoundSignature(
                signer, reference, issuer, algorithm, statedAt, provenAt, content, standing, covered, said);
    }

    /** The content is unchanged, and a certificate signed that was valid then. */
    public boolean good() {
        return content == Content.UNCHANGED && standing == Standing.VALID;
    }
}
