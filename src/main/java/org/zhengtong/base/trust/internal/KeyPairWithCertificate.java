package org.zhengtong.base.trust.internal;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A private key and the certificate of its public half. */
record KeyPairWithCertificate(PrivateKey key, X509Certificate certificate) {}
