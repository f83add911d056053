package org.zhengtong.base.trust.internal.seal;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.FoundSignature;
import org.zhengtong.base.trust.FoundSignature.Content;
import org.zhengtong.base.trust.FoundSignature.Standing;
import org.zhengtong.base.trust.SealCheck;
import org.zhengtong.base.trust.SealCheck.Mark;
import org.zhengtong.base.trust.SignedFile.Kind;

/** Looks at the seals of a sheet: is what they cover unchanged, who sealed, was the certificate ours and valid then. */
@Component
public class SealInspection {

    private static final byte[] NO_ORIGINAL = new byte[0];

    private final ReadFiles files;

    public SealInspection(ReadFiles files) {
        this.files = files;
    }

    public SealCheck inspect(byte[] sheet) {
        var read = files.read(sheet, NO_ORIGINAL);
        if (read.kind() != Kind.PDF && read.kind() != Kind.OFD) {
            return new SealCheck(java.util.List.of());
        }
        return new SealCheck(read.signatures().stream()
                .map(found -> mark(found, found.covered() >= read.size()))
                .toList());
    }

    private static Mark mark(FoundSignature found, boolean whole) {
        var at = found.provenAt() != null ? found.provenAt() : found.statedAt();
        return new Mark(
                found.signer(),
                found.reference(),
                at == null ? Instant.EPOCH : at,
                found.algorithm(),
                found.content() == Content.UNCHANGED,
                found.standing() == Standing.VALID,
                whole);
    }
}
