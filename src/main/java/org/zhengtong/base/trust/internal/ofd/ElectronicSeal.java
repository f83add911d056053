package org.zhengtong.base.trust.internal.ofd;

import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;

/**
 * An electronic seal (SES_Seal, GB/T 38540-2020 section 6): name, picture and period, for whose certificate it was made, and its
 * maker's signature over all that.
 *
 * @param encoded the seal as it lies in a file
 * @param signed what its maker signed
 * @param holders certificates, or digests of certificates, that may seal with it
 */
public record ElectronicSeal(
        byte[] encoded,
        byte[] signed,
        String name,
        List<byte[]> holders,
        Instant startsAt,
        Instant endsAt,
        byte[] maker,
        byte[] signature) {

    private static final String MARK = "ES";
    private static final int VERSION = 4;
    private static final int OF_AN_ORGANIZATION = 1;
    private static final int WHOLE_CERTIFICATES = 1;

    /**
     * What a seal is made of.
     *
     * @param picture PNG
     * @param millimetres width and height of the picture
     */
    public record Design(
            String id,
            String name,
            byte[] certificate,
            Instant startsAt,
            Instant endsAt,
            byte[] picture,
            int millimetres,
            byte[] maker) {}

    /** Makes a seal: the maker signs it with SM2 over SM3. */
    public static byte[] make(Design design, UnaryOperator<byte[]> signing) {
        var header = sequence(new DERIA5String(MARK), new ASN1Integer(VERSION), new DERIA5String("Zhengtong"));
        var property = sequence(
                new ASN1Integer(OF_AN_ORGANIZATION),
                new DERUTF8String(design.name()),
                new ASN1Integer(WHOLE_CERTIFICATES),
                sequence(new DEROctetString(design.certificate())),
                time(design.startsAt()),
                time(design.startsAt()),
                time(design.endsAt()));
        var picture = sequence(
                new DERIA5String("png"),
                new DEROctetString(design.picture()),
                new ASN1Integer(design.millimetres()),
                new ASN1Integer(design.millimetres()));
        var info = sequence(header, new DERIA5String(design.id()), property, picture);
        var maker = new DEROctetString(design.maker());
        var method = GMObjectIdentifiers.sm2sign_with_sm3;
        var signature = signing.apply(encoded(sequence(info, maker, method)));
        return encoded(sequence(info, maker, method, new DERBitString(signature)));
    }

    /** Reads a seal; throws when it is none of version 4. */
    public static ElectronicSeal read(ASN1Encodable encodable) throws IOException {
        try {
            var seal = ASN1Sequence.getInstance(encodable);
            var info = ASN1Sequence.getInstance(seal.getObjectAt(0));
            var header = ASN1Sequence.getInstance(info.getObjectAt(0));
            if (seal.size() != 4
                    || !ASN1IA5String.getInstance(header.getObjectAt(0))
                            .getString()
                            .equals(MARK)
                    || !ASN1Integer.getInstance(header.getObjectAt(1)).hasValue(BigInteger.valueOf(VERSION))) {
                throw new IOException("Not a seal of version 4");
            }
            var property = ASN1Sequence.getInstance(info.getObjectAt(2));
            return new ElectronicSeal(
                    seal.getEncoded(ASN1Encoding.DER),
                    encoded(sequence(seal.getObjectAt(0), seal.getObjectAt(1), seal.getObjectAt(2))),
                    ASN1UTF8String.getInstance(property.getObjectAt(1)).getString(),
                    holders(ASN1Sequence.getInstance(property.getObjectAt(3))),
                    instant(property.getObjectAt(5)),
                    instant(property.getObjectAt(6)),
                    ASN1OctetString.getInstance(seal.getObjectAt(1)).getOctets(),
                    ASN1BitString.getInstance(seal.getObjectAt(3)).getOctets());
        } catch (ParseException | RuntimeException e) {
            throw new IOException("Not a seal", e);
        }
    }

    /** The list holds whole certificates, or pairs of a digest's kind and the digest. */
    private static List<byte[]> holders(ASN1Sequence list) {
        var holders = new ArrayList<byte[]>();
        for (var entry : list) {
            var value = entry.toASN1Primitive() instanceof ASN1Sequence pair ? pair.getObjectAt(1) : entry;
            holders.add(ASN1OctetString.getInstance(value).getOctets());
        }
        return List.copyOf(holders);
    }

    /** Whether the seal was made for this certificate. */
    public boolean madeFor(byte[] certificate, MessageDigest method) {
        var digest = method.digest(certificate);
        return holders.stream()
                .anyMatch(
                        holder -> MessageDigest.isEqual(holder, certificate) || MessageDigest.isEqual(holder, digest));
    }

    static DERSequence sequence(ASN1Encodable... parts) {
        return new DERSequence(parts);
    }

    static byte[] encoded(DERSequence sequence) {
        try {
            return sequence.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static ASN1GeneralizedTime time(Instant at) {
        return new DERGeneralizedTime(Date.from(at));
    }

    static Instant instant(ASN1Encodable time) throws ParseException {
        return ASN1GeneralizedTime.getInstance(time).getDate().toInstant();
    }
}
