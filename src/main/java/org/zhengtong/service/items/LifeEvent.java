package org.zhengtong.service.items;

/**
 * A life event (办事主题) of a person or an enterprise, under which people look for items.
 *
 * @param code short English word, such as {@code marriage}
 * @param examples a few words that say what is in it
 */
public record LifeEvent(
        String code, TargetGroup group, String name, String englishName, String examples, String englishExamples) {}
