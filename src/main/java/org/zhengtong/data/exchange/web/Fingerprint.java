package org.zhengtong.data.exchange.web;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.zhengtong.base.ui.Shell;

/** A fingerprint as twelve words that two people can read to each other over the telephone: 96 bits. */
public final class Fingerprint {

    private static final int WORDS = 12;

    private Fingerprint() {}

    /** The words of a fingerprint in the reader's language; each octet is one of sixteen qualities with one of sixteen things. */
    public static List<String> words(Shell shell, String hex) {
        var qualities = shell.say("exchange.words.qualities").split(",", -1);
        var things = shell.say("exchange.words.things").split(",", -1);
        var words = new ArrayList<String>();
        for (var octet : HexFormat.of().parseHex(hex.substring(0, WORDS * 2))) {
            words.add(qualities[(octet >> 4) & 15] + things[octet & 15]);
        }
        return words;
    }
}
