package org.zhengtong.service.items;

import java.util.List;
import org.zhengtong.base.codes.DivisionCode;

/**
 * What the pack puts on the front page: the place shown to somebody who has not chosen one, words people often look for,
 * and often used items.
 */
public record FrontPage(DivisionCode region, List<String> words, List<ItemSummary> often) {}
