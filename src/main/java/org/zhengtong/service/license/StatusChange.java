package org.zhengtong.service.license;

import java.time.Instant;

/** One change of a licence's status, with who made it and why. */
public record StatusChange(LicenseStatus before, LicenseStatus after, String reason, String byName, Instant at) {}
