package org.zhengtong.service.casework;

/**
 * One thing that is missing or wrong (补正事项).
 *
 * @param pointer JSON pointer of the field or group of the form, or the key of the material
 * @param title how it is called on the form
 * @param demand what the applicant has to do
 */
public record SupplementItem(String pointer, String title, String demand) {}
