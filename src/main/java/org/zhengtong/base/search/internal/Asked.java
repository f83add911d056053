package org.zhengtong.base.search.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody typed, made ready: width and case levelled, all punctuation dropped (so no character commands anything),
 * at most sixty characters in eight words; and the same with synonyms in the place of its words.
 *
 * @param readings each a way to say it, in words; the typed one first
 */
record Asked(List<List<String>> readings, List<String> synonyms) {
    static final int LONGEST = 60;

    private static final int MOST_WORDS = 8;
    private static final int MOST_READINGS = 8;
    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");

    static Asked of(String text, Synonyms synonyms) {
        var typed = level(text);
        if (typed.isEmpty()) {
            return new Asked(List.of(), List.of());
        }
        var readings = new ArrayList<List<String>>();
        readings.add(words(typed));
        var also = synonyms.replacing(typed);
        also.stream().limit(MOST_READINGS - 1L).forEach(other -> readings.add(words(other.text())));
        return new Asked(
                readings,
                also.stream()
                        .map(Synonyms.Reading::word)
                        .distinct()
                        .limit(MOST_READINGS - 1L)
                        .toList());
    }

    static String level(String text) {
        // cut first: sixty characters cannot come from more than these, and normalizing a book costs time
        var begun = text.length() > 10 * LONGEST ? text.substring(0, 10 * LONGEST) : text;
        var narrow = Normalizer.normalize(begun, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var levelled = GAP.matcher(narrow).replaceAll(" ").strip();
        return levelled.length() > LONGEST
                ? levelled.substring(0, Character.isHighSurrogate(levelled.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST)
                        .strip()
                : levelled;
    }

    private static List<String> words(String levelled) {
        return List.of(levelled.split(" ", -1)).stream().limit(MOST_WORDS).toList();
    }

    boolean isEmpty() {
        return readings.isEmpty();
    }

    /** Everything worth marking, longest first: whole words, then their pairs of characters. */
    Set<String> marks() {
        var marks = new LinkedHashSet<String>();
        readings.forEach(marks::addAll);
        for (var word : List.copyOf(marks)) {
            for (var at = 0; at + 2 <= word.length() && isChinese(word); at++) {
                marks.add(word.substring(at, at + 2));
            }
        }
        return marks;
    }

    private static boolean isChinese(String word) {
        return word.codePoints().anyMatch(Character::isIdeographic);
    }
}
