package org.zhengtong.service.casework;

import org.jspecify.annotations.Nullable;

/**
 * A case was granted whose procedure ends with licences; the room of licences makes and delivers them.
 *
 * @param licenseType the licence of the whole; null when only lanes of a bundle have theirs
 */
public record LicenseAwaited(CaseNumber number, @Nullable String licenseType) {}
