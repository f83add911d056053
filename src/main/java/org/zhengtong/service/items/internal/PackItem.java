package org.zhengtong.service.items.internal;

import java.util.List;
import org.zhengtong.service.items.ServiceItem;

/**
 * An item as a pack brings it, with its place in the pack.
 *
 * @param content the item with version 0
 * @param keywords other words to find it by
 */
record PackItem(String file, int line, ServiceItem content, List<String> keywords, int popularity) {}
