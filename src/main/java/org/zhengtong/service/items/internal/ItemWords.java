package org.zhengtong.service.items.internal;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words of Chinese text for search: width and case levelled, punctuation dropped, then single characters and pairs. Pairs
 * make words of two characters (退休) findable through an index, for which trigrams are too long.
 */
final class ItemWords {

    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST_QUERY = 60;

    private ItemWords() {}

    /** The text levelled, its runs parted by one space. */
    static String level(String text) {
        var narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return GAP.matcher(narrow).replaceAll(" ").strip();
    }

    /** The levelled words somebody typed; at most 60 characters count. */
    static List<String> typed(String text) {
        var levelled = level(text.length() > LONGEST_QUERY ? text.substring(0, LONGEST_QUERY) : text);
        return levelled.isEmpty() ? List.of() : List.of(levelled.split(" "));
    }

    /** What is stored for a levelled text: every character and every pair. */
    static Set<String> stored(String levelled) {
        var terms = new LinkedHashSet<String>();
        for (var run : levelled.split(" ")) {
            run.codePoints().forEach(character -> terms.add(Character.toString(character)));
            addPairs(run, terms);
        }
        return terms;
    }

    /** What is looked up for typed words: their pairs, and words of one character as they are. */
    static Set<String> asked(Collection<String> words) {
        var terms = new LinkedHashSet<String>();
        for (var word : words) {
            if (word.codePointCount(0, word.length()) == 1) {
                terms.add(word);
            }
            addPairs(word, terms);
        }
        return terms;
    }

    private static void addPairs(String run, Set<String> terms) {
        var characters = run.codePoints().toArray();
        for (var i = 0; i + 1 < characters.length; i++) {
            terms.add(new String(characters, i, 2));
        }
    }
}
