package org.zhengtong.base.trust.internal.ofd;

import java.io.IOException;
import java.math.BigInteger;
import java.text.ParseException;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/**
 * The signature under a seal (SES_Signature, GB/T 38540-2020 section 7).
 *
 * @param signed what was signed: seal, time, digest of the description
 * @param at signing time as the signer states it
 * @param digest SM3 of the description, that is of Signature.xml
 * @param stamp a time stamp over the signature's value, null without
 */
public record SealedValue(
        byte[] signed,
        ElectronicSeal seal,
        Instant at,
        byte[] digest,
        byte[] certificate,
        byte[] signature,
        byte @Nullable [] stamp) {

    private static final int VERSION = 4;

    /** What is sealed, with what, and when. */
    public record Statement(byte[] seal, Instant at, byte[] digest, String description, byte[] certificate) {}

    /** Seals: the holder signs with SM2 over SM3, and a time stamp is set over the signature. */
    public static byte[] make(Statement statement, UnaryOperator<byte[]> signing, UnaryOperator<byte[]> stamping) {
        try {
            var toSign = ElectronicSeal.sequence(
                    new ASN1Integer(VERSION),
                    ASN1Primitive.fromByteArray(statement.seal()),
                    ElectronicSeal.time(statement.at()),
                    new DERBitString(statement.digest()),
                    new DERIA5String(statement.description()));
            var signature = signing.apply(ElectronicSeal.encoded(toSign));
            return ElectronicSeal.encoded(ElectronicSeal.sequence(
                    toSign,
                    new DEROctetString(statement.certificate()),
                    GMObjectIdentifiers.sm2sign_with_sm3,
                    new DERBitString(signature),
                    new DERTaggedObject(true, 0, new DERBitString(stamping.apply(signature)))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a signature; throws when it is none of version 4. */
    public static SealedValue read(byte[] file) throws IOException {
        try (var stream = new ASN1InputStream(file)) {
            var value = ASN1Sequence.getInstance(stream.readObject());
            var toSign = ASN1Sequence.getInstance(value.getObjectAt(0));
            if (stream.read() >= 0
                    || value.size() < 4
                    || !GMObjectIdentifiers.sm2sign_with_sm3.equals(value.getObjectAt(2))
                    || !ASN1Integer.getInstance(toSign.getObjectAt(0)).hasValue(BigInteger.valueOf(VERSION))) {
                throw new IOException("Not a signature of version 4");
            }
            return new SealedValue(
                    toSign.getEncoded(ASN1Encoding.DER),
                    ElectronicSeal.read(toSign.getObjectAt(1)),
                    ElectronicSeal.instant(toSign.getObjectAt(2)),
                    ASN1BitString.getInstance(toSign.getObjectAt(3)).getOctets(),
                    ASN1OctetString.getInstance(value.getObjectAt(1)).getOctets(),
                    ASN1BitString.getInstance(value.getObjectAt(3)).getOctets(),
                    stamp(value));
        } catch (ParseException | RuntimeException | StackOverflowError e) {
            // nested ever deeper, or whatever else a stranger thinks of: it cannot be read
            throw new IOException("Not a signature under a seal", e);
        }
    }

    private static byte @Nullable [] stamp(ASN1Sequence value) {
        return value.size() > 4 && value.getObjectAt(4) instanceof ASN1TaggedObject tagged
                ? ASN1BitString.getInstance(tagged.getExplicitBaseObject()).getOctets()
                : null;
    }
}
