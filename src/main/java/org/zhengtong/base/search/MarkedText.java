package org.zhengtong.base.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.zhengtong.base.search.SearchHit.Piece;

/** Marks looked-for words in a text, and finds the part of a long text where they stand. Letter case does not matter. */
public final class MarkedText {
    private static final int BEFORE = 30;
    private static final int LONGEST = 120;

    private MarkedText() {}

    /** The whole text in marked and unmarked runs. */
    public static List<Piece> of(String text, Collection<String> words) {
        return pieces(text, places(text, words));
    }

    /** The part of the text around the first word found; its beginning when none is. */
    public static List<Piece> excerpt(String text, Collection<String> words) {
        var lower = folded(text);
        var first = words.stream()
                .filter(word -> !word.isEmpty())
                .mapToInt(lower::indexOf)
                .filter(place -> place >= 0)
                .findFirst()
                .orElse(0);
        var from = Math.max(0, first - BEFORE);
        var to = Math.min(text.length(), from + LONGEST);
        // not between the halves of one character
        from = from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
        to = to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to + 1 : to;
        var part = (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
        return of(part, words);
    }

    /** In small letters, each at its place: as a whole, "İ" would become two characters. */
    private static String folded(String text) {
        var signs = text.toCharArray();
        for (var at = 0; at < signs.length; at++) {
            signs[at] = Character.toLowerCase(signs[at]);
        }
        return new String(signs);
    }

    private static BitSet places(String text, Collection<String> words) {
        var lower = folded(text);
        var marked = new BitSet(text.length());
        for (var word : words) {
            if (word.isEmpty()) {
                continue;
            }
            for (var at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
                marked.set(at, at + word.length());
            }
        }
        return marked;
    }

    private static List<Piece> pieces(String text, BitSet marked) {
        var pieces = new ArrayList<Piece>();
        for (var at = 0; at < text.length(); ) {
            var on = marked.get(at);
            var end = on ? marked.nextClearBit(at) : marked.nextSetBit(at);
            var to = end < 0 ? text.length() : Math.min(end, text.length());
            pieces.add(new Piece(text.substring(at, to), on));
            at = to;
        }
        return pieces;
    }
}
