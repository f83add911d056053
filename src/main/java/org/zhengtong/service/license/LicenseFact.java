package org.zhengtong.service.license;

/** One line of a licence as issued, such as 住所; {@code right} stands in the right column of the sheet. */
public record LicenseFact(String label, String text, boolean right) {}
