package org.zhengtong.service.casework;

/** A case was granted whose procedure ends with a licence; the room of licences makes and delivers it. */
public record LicenseAwaited(CaseNumber number, String licenseType) {}
