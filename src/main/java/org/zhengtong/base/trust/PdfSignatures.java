package org.zhengtong.base.trust;

import java.util.List;
import java.util.Optional;

/** Finds the signatures in PDFs that strangers made, where these can do no harm; another room has such a place. */
@FunctionalInterface
public interface PdfSignatures {

    /** Where they stand; empty when the file cannot be read, or asks for more time or memory than there is for it. */
    Optional<List<SignaturePlace>> in(byte[] pdf);
}
