package org.zhengtong.base.trust.internal;

import eu.europa.esig.dss.cms.CMS;
import eu.europa.esig.dss.cms.object.CMSObjectUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1InputStream;

/**
 * Cuts off the zeros that fill up the place of a PDF signature (ISO 32000-2 section 12.8.1). DSS leaves that to the ASN.1 parser,
 * which since BouncyCastle 1.85 refuses whatever follows the signature. DSS finds this class as a service.
 */
public final class PaddedSignatures extends CMSObjectUtils {

    /** Made by the service loader. */
    public PaddedSignatures() {}

    @Override
    public CMS parseToCMS(byte[] padded) {
        try (var stream = new ASN1InputStream(padded)) {
            return super.parseToCMS(stream.readObject().getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
