package org.zhengtong.base.trust;

import org.jspecify.annotations.Nullable;

/**
 * The certificates by which another node knows this one, each in PEM.
 *
 * @param signer signs in the name of the node; issued by {@code issuing}, which {@code root} issued
 * @param encryption others encrypt for the node with it; null when the node's key device cannot decrypt
 */
public record NodePapers(
        TrustSuite suite,
        String root,
        String issuing,
        String signer,
        @Nullable String encryption) {}
