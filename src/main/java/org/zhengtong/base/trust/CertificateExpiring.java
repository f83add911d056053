package org.zhengtong.base.trust;

import java.time.Instant;

/** A certificate ends soon and has no successor yet. Told once for each certificate. */
public record CertificateExpiring(CertificateSerial serial, CertificateHolder holder, Instant expiresAt) {}
