package org.zhengtong.service.items;

/**
 * An article an item rests on (设定依据), quoted in full.
 *
 * @param subject what it settles, in plain words
 */
public record LawArticle(String law, String article, String subject, String text) {}
