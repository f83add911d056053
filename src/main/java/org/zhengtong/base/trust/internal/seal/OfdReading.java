package org.zhengtong.base.trust.internal.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.packed.PackedFault;
import org.zhengtong.base.trust.FoundSignature;
import org.zhengtong.base.trust.FoundSignature.Content;
import org.zhengtong.base.trust.FoundSignature.Standing;
import org.zhengtong.base.trust.SealedParts;
import org.zhengtong.base.trust.SealedParts.SealFault;
import org.zhengtong.base.trust.SignedFile;
import org.zhengtong.base.trust.SignedFile.Fault;
import org.zhengtong.base.trust.SignedFile.Kind;
import org.zhengtong.base.trust.internal.authority.CertificateAuthority;
import org.zhengtong.base.trust.internal.authority.KeyCabinet;
import org.zhengtong.base.trust.internal.authority.Keys;
import org.zhengtong.base.trust.internal.ofd.ElectronicSeal;
import org.zhengtong.base.trust.internal.ofd.OfdFile;
import org.zhengtong.base.trust.internal.ofd.SealedValue;
import org.zhengtong.base.trust.internal.ofd.SignatureDescription;
import org.zhengtong.base.trust.internal.register.CertificateJudgement;

/** Reads the seals on a stranger's OFD file: who, when, what they cover and what became of it since. */
@Component
public class OfdReading {

    private static final int MOST_SIGNATURES = 50;

    private final SignatureReading reading;
    private final CertificateJudgement judgement;
    private final KeyCabinet cabinet;

    public OfdReading(SignatureReading reading, CertificateJudgement judgement, KeyCabinet cabinet) {
        this.reading = reading;
        this.judgement = judgement;
        this.cabinet = cabinet;
    }

    SignedFile read(byte[] file) {
        try (var ofd = OfdFile.open(file)) {
            return read(ofd);
        } catch (PackedFault fault) {
            return SignedFile.faulty(Kind.OFD, file.length, faultOf(fault));
        } catch (IOException | GeneralSecurityException | RuntimeException | StackOverflowError e) {
            // somebody else's file: whatever a parser makes of it, it cannot be read
            return SignedFile.faulty(Kind.OFD, file.length, Fault.STRUCTURE);
        }
    }

    private static Fault faultOf(PackedFault fault) {
        return switch (fault.reason()) {
            case TOO_BIG, TOO_MANY_FILES -> Fault.TOO_BIG;
            case UNSAFE_NAME, DOUBLE_NAME, HIDDEN_CONTENT -> Fault.AMBIGUOUS;
            case XML -> Fault.STRUCTURE;
            case NOT_PACKED, BROKEN -> Fault.BROKEN;
        };
    }

    private SignedFile read(OfdFile ofd) throws IOException, GeneralSecurityException {
        var descriptions = new ArrayList<String>();
        var apart = new HashSet<String>();
        for (var list : ofd.signatureLists()) {
            if (!ofd.has(list)) {
                return SignedFile.faulty(Kind.OFD, 0, Fault.LIST_REMOVED);
            }
            apart.add(list);
            descriptions.addAll(ofd.signatures(list));
        }
        if (descriptions.size() > MOST_SIGNATURES) {
            return SignedFile.faulty(Kind.OFD, 0, Fault.TOO_BIG);
        }
        var readable = new ArrayList<SignatureDescription>();
        for (var path : descriptions) {
            var description = describe(ofd, path);
            if (description != null) {
                readable.add(description);
                apart.addAll(List.of(description.path(), description.value()));
                if (description.seal() != null) {
                    apart.add(description.seal());
                }
            }
        }
        var size = octets(ofd, ofd.names());
        var found = new ArrayList<FoundSignature>();
        for (var description : readable) {
            found.add(found(ofd, description, apart, size));
        }
        for (var lost = readable.size(); lost < descriptions.size(); lost++) {
            found.add(SignatureReading.unreadable());
        }
        return new SignedFile(Kind.OFD, size, found);
    }

    private static @Nullable SignatureDescription describe(OfdFile ofd, String path) throws PackedFault {
        try {
            return SignatureDescription.read(path, ofd.description(path));
        } catch (PackedFault fault) {
            if (fault.reason() == PackedFault.Reason.TOO_BIG) {
                throw fault;
            }
            return null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static long octets(OfdFile ofd, List<String> names) throws IOException, GeneralSecurityException {
        long octets = 0;
        for (var name : names) {
            octets += ofd.digest(name, method("SM3")).octets();
        }
        return octets;
    }

    private static MessageDigest method(String name) throws GeneralSecurityException {
        return MessageDigest.getInstance(name, CertificateAuthority.PROVIDER);
    }

    private FoundSignature found(OfdFile ofd, SignatureDescription description, Set<String> apart, long size)
            throws IOException, GeneralSecurityException {
        SealedValue value;
        X509Certificate certificate;
        try {
            value = SealedValue.read(ofd.description(description.value()));
            certificate = Keys.certificate(value.certificate());
            Keys.suiteOf(certificate.getPublicKey());
        } catch (PackedFault fault) {
            if (fault.reason() == PackedFault.Reason.TOO_BIG) {
                throw fault;
            }
            return SignatureReading.unreadable();
        } catch (IOException | RuntimeException e) {
            return SignatureReading.unreadable();
        }
        var proven = provenTime(value);
        var at = proven == null ? value.at() : proven;
        var parts = parts(ofd, description, apart, faultOf(ofd, description, value, at));
        var intact = parts.intact()
                && MessageDigest.isEqual(
                        value.digest(),
                        ofd.digest(description.path(), method("SM3")).digest())
                && verifies(certificate, value.signed(), value.signature());
        var standing = judgement.judge(certificate, at, proven != null);
        return SignatureReading.found(
                        certificate,
                        value.at(),
                        proven,
                        intact ? Content.UNCHANGED : Content.CHANGED,
                        standing == Standing.VALID && parts.fault() != null ? Standing.SEAL_FAULTY : standing,
                        size - octets(ofd, parts.added()))
                .with(parts);
    }

    private @Nullable Instant provenTime(SealedValue value) {
        if (value.stamp() == null) {
            return null;
        }
        try {
            var stamp = reading.read(new TimeStampToken(new CMSSignedData(value.stamp())), value.signature());
            return stamp.good() ? stamp.provenAt() : null;
        } catch (CMSException | TSPException | IOException | GeneralSecurityException | RuntimeException e) {
            // somebody else's stamp, whatever it is, proves nothing here
            return null;
        }
    }

    private static SealedParts parts(
            OfdFile ofd, SignatureDescription description, Set<String> apart, @Nullable SealFault fault)
            throws IOException, GeneralSecurityException {
        var changed = new ArrayList<String>();
        var removed = new ArrayList<String>();
        var covered = new HashSet<String>();
        for (var file : description.covered()) {
            covered.add(file.path());
            if (!ofd.has(file.path())) {
                removed.add(file.path());
            } else if (!MessageDigest.isEqual(
                    file.digest(),
                    ofd.digest(file.path(), method(description.method())).digest())) {
                changed.add(file.path());
            }
        }
        var added = ofd.names().stream()
                .filter(name -> !covered.contains(name) && !apart.contains(name))
                .toList();
        return new SealedParts(changed, removed, added, fault);
    }

    private @Nullable SealFault faultOf(OfdFile ofd, SignatureDescription description, SealedValue value, Instant at)
            throws IOException, GeneralSecurityException {
        var seal = value.seal();
        if (description.seal() != null
                && (!ofd.has(description.seal())
                        || !Arrays.equals(seal.encoded(), ofd.description(description.seal())))) {
            return SealFault.EXCHANGED;
        }
        if (!madeByThisNode(seal)) {
            return SealFault.FORGED;
        }
        if (!seal.madeFor(value.certificate(), method("SM3"))) {
            return SealFault.NOT_THE_SIGNERS;
        }
        return at.isBefore(seal.startsAt()) || at.isAfter(seal.endsAt()) ? SealFault.OUT_OF_DATE : null;
    }

    /** Anybody may make a seal in our name; the node's own signature on it is what counts. */
    private boolean madeByThisNode(ElectronicSeal seal) throws GeneralSecurityException {
        for (var signer : cabinet.certificates("signer")) {
            if (Arrays.equals(signer.getEncoded(), seal.maker())) {
                return verifies(signer, seal.signed(), seal.signature());
            }
        }
        return false;
    }

    /** The algorithm follows from the certificate, never from what is claimed. */
    private static boolean verifies(X509Certificate certificate, byte[] content, byte[] signature) {
        try {
            var suite = Keys.suiteOf(certificate.getPublicKey());
            var verifying = Signature.getInstance(suite.signatureAlgorithm(), CertificateAuthority.PROVIDER);
            verifying.initVerify(certificate.getPublicKey());
            verifying.update(content);
            return verifying.verify(signature);
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }
}
