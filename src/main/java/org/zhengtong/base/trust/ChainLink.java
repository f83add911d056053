package org.zhengtong.base.trust;

import java.time.Instant;

/** One certificate of a chain as people read it. */
public record ChainLink(String subject, String issuer, CertificateSerial serial, Instant startsAt, Instant expiresAt) {}
