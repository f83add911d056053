package org.zhengtong.base.trust.internal.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.FoundSignature;
import org.zhengtong.base.trust.PdfSignatures;
import org.zhengtong.base.trust.SignaturePlace;
import org.zhengtong.base.trust.SignedFile;
import org.zhengtong.base.trust.SignedFile.Kind;
import org.zhengtong.base.trust.SignedFiles;

/** Recognizes a file by its first octets and hands each signature on to be read. */
@Component
public class ReadFiles implements SignedFiles {

    private static final Pattern PEM = Pattern.compile(
            "\\A\\s*-----BEGIN (?:PKCS7|CMS)-----([A-Za-z0-9+/=\\s]+)-----END (?:PKCS7|CMS)-----\\s*\\z");

    private final SignatureReading reading;
    private final OfdReading ofd;
    private final PdfSignatures pdfs;

    public ReadFiles(SignatureReading reading, OfdReading ofd, PdfSignatures pdfs) {
        this.reading = reading;
        this.ofd = ofd;
        this.pdfs = pdfs;
    }

    @Override
    public SignedFile read(byte[] file, byte[] original) {
        try {
            if (starts(file, "%PDF-")) {
                return pdf(file);
            }
            if (starts(file, "PK") && contains(file, "OFD.xml")) {
                return ofd.read(file);
            }
            return cms(unwrapped(file), original);
        } catch (IOException
                | CMSException
                | TSPException
                | CertificateException
                | RuntimeException
                | StackOverflowError e) {
            // somebody else's file: what a parser makes of it is many things, and all of them mean that it cannot be
            // read
            return new SignedFile(starts(file, "%PDF-") ? Kind.PDF : Kind.UNKNOWN, file.length, List.of());
        }
    }

    private static boolean starts(byte[] file, String mark) {
        return file.length >= mark.length()
                && new String(file, 0, mark.length(), StandardCharsets.ISO_8859_1).equals(mark);
    }

    private static boolean contains(byte[] file, String name) {
        return new String(file, StandardCharsets.ISO_8859_1).contains(name);
    }

    private SignedFile pdf(byte[] file) {
        var places = pdfs.in(file).orElse(List.of());
        return new SignedFile(
                Kind.PDF,
                file.length,
                places.stream().map(place -> inPdf(place, file)).toList());
    }

    private FoundSignature inPdf(SignaturePlace place, byte[] file) {
        try {
            var range = new SignedRange(place.range(), file);
            var covered = range.end();
            var stated = place.statedAt();
            if (PKCSObjectIdentifiers.id_ct_TSTInfo.getId().equals(typeOf(range))) {
                return reading.read(new TimeStampToken(range.signature()), range.content())
                        .covering(covered);
            }
            var signed = new CMSSignedData(new CMSProcessableByteArray(range.content()), range.signature());
            return reading.read(
                    signed, signed.getSignerInfos().getSigners().iterator().next(), stated, covered);
        } catch (IOException | CMSException | TSPException | CertificateException | RuntimeException e) {
            return SignatureReading.unreadable();
        }
    }

    private static String typeOf(SignedRange range) throws CMSException {
        return new CMSSignedData(range.signature()).getSignedContentTypeOID();
    }

    private static byte[] unwrapped(byte[] file) {
        if (!starts(file, "-----") && (file.length == 0 || file[0] == 0x30)) {
            return file;
        }
        var pem = PEM.matcher(new String(file, StandardCharsets.ISO_8859_1));
        return pem.matches() ? Base64.getMimeDecoder().decode(pem.group(1)) : file;
    }

    private SignedFile cms(byte[] file, byte[] original)
            throws CMSException, TSPException, IOException, CertificateException {
        var content = original.length == 0 ? null : original;
        var response = response(file);
        if (response != null) {
            return stamp(response, content);
        }
        var signed = new CMSSignedData(file);
        if (PKCSObjectIdentifiers.id_ct_TSTInfo.getId().equals(signed.getSignedContentTypeOID())) {
            return stamp(new TimeStampToken(signed), content);
        }
        return signatures(signed, file, content);
    }

    /** The token in a server's whole answer; null when the file is no such answer. */
    private static @Nullable TimeStampToken response(byte[] file) {
        try {
            return new TimeStampResponse(file).getTimeStampToken();
        } catch (TSPException | IOException | RuntimeException e) {
            return null;
        }
    }

    private SignedFile stamp(TimeStampToken token, byte @Nullable [] content) throws CertificateException {
        return new SignedFile(
                Kind.TIME_STAMP, content == null ? 0 : content.length, List.of(reading.read(token, content)));
    }

    private SignedFile signatures(CMSSignedData signed, byte[] file, byte @Nullable [] content)
            throws CMSException, CertificateException {
        var inside = signed.getSignedContent();
        var complete = inside == null && content != null
                ? new CMSSignedData(new CMSProcessableByteArray(content), file)
                : signed;
        var size = inside != null ? ((byte[]) inside.getContent()).length : content == null ? -1 : content.length;
        var found = new ArrayList<FoundSignature>();
        for (var signer : complete.getSignerInfos().getSigners()) {
            if (found.size() < SignaturePlace.MOST) {
                found.add(reading.read(complete, signer, null, size));
            }
        }
        return new SignedFile(Kind.CMS, Math.max(0, size), found);
    }
}
