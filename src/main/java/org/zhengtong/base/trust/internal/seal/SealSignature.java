package org.zhengtong.base.trust.internal.seal;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.List;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureInterface;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.trust.internal.authority.CertificateAuthority;
import org.zhengtong.base.trust.internal.authority.KeyPairWithCertificate;
import org.zhengtong.base.trust.internal.authority.TimeStamps;

/** The CMS signature under a seal (RFC 5652; CAdES baseline B-T, ETSI EN 319 122-1: the signing certificate is a signed attribute). */
final class SealSignature implements SignatureInterface {

    private final KeyPairWithCertificate seal;
    private final X509Certificate issuer;
    private final TrustSuite suite;
    private final TimeStamps stamps;

    SealSignature(KeyPairWithCertificate seal, X509Certificate issuer, TrustSuite suite, TimeStamps stamps) {
        this.seal = seal;
        this.issuer = issuer;
        this.suite = suite;
        this.stamps = stamps;
    }

    @Override
    public byte[] sign(InputStream content) throws IOException {
        try {
            var generator = new CMSSignedDataGenerator();
            var signer = seal.contentSigner();
            var digests = new JcaDigestCalculatorProviderBuilder()
                    .setProvider(CertificateAuthority.PROVIDER)
                    .build();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(digests)
                    .setSignedAttributeGenerator(new TimelessAttributes(signingCertificate()))
                    .build(signer, seal.certificate()));
            generator.addCertificates(new JcaCertStore(List.of(seal.certificate(), issuer)));
            return stamped(generator.generate(new CMSProcessableByteArray(content.readAllBytes()), false))
                    .getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Level B-T (ETSI EN 319 142-1 section 6.2): a time stamp over the signature's value proves when it was there. */
    private CMSSignedData stamped(CMSSignedData signed) throws IOException {
        var signer = signed.getSignerInfos().getSigners().iterator().next();
        var token = stamps.stamp(signer.getSignature(), suite).getEncoded();
        var attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(ASN1Primitive.fromByteArray(token))));
        var complete = SignerInformation.replaceUnsignedAttributes(signer, new AttributeTable(attributes));
        return CMSSignedData.replaceSigners(signed, new SignerInformationStore(complete));
    }

    private AttributeTable signingCertificate() throws GeneralSecurityException {
        var digest = MessageDigest.getInstance(suite.hashAlgorithm(), CertificateAuthority.PROVIDER)
                .digest(seal.certificate().getEncoded());
        AlgorithmIdentifier algorithm = new DefaultDigestAlgorithmIdentifierFinder().find(suite.hashAlgorithm());
        var value = new SigningCertificateV2(new ESSCertIDv2(algorithm, digest));
        var attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(value)));
        return new AttributeTable(attributes);
    }

    /** The time stands in the PDF's signature dictionary and nowhere else (ETSI EN 319 142-1 section 6.3). */
    private static final class TimelessAttributes extends DefaultSignedAttributeTableGenerator {

        TimelessAttributes(AttributeTable attributes) {
            super(attributes);
        }

        @Override
        @SuppressWarnings({"rawtypes", "JdkObsolete"})
        protected java.util.Hashtable createStandardAttributeTable(java.util.Map parameters) {
            var attributes = super.createStandardAttributeTable(parameters);
            attributes.remove(CMSAttributes.signingTime);
            return attributes;
        }
    }
}
