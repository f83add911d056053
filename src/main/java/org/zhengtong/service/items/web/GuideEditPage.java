package org.zhengtong.service.items.web;

import org.zhengtong.service.items.ServiceItem;

/**
 * Editing the texts of a guide.
 *
 * @param faultKey what is wrong, empty when nothing is
 * @param saved whether a version has just been published
 */
public record GuideEditPage(ServiceItem item, String department, GuideForm form, String faultKey, boolean saved) {}
