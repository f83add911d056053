package org.zhengtong.base.files.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhengtong.base.files.FileKind;

/** Names as people gave them, without what could harm: folders, control characters, marks that turn the writing. */
class FileNames {
    private static final int LONGEST = 120;
    private static final Pattern HARMFUL =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069\\u200B-\\u200F\\uFEFF\"<>:|?*]");

    private static final Pattern EDGES = Pattern.compile("^[. ]+|[. ]+$");

    private FileNames() {}

    static String clean(String original) {
        var name = original.substring(Math.max(original.lastIndexOf('/'), original.lastIndexOf('\\')) + 1);
        var harmless = trimmed(HARMFUL.matcher(name).replaceAll("").replaceAll("\\p{IsWhite_Space}+", " "));
        if (harmless.isEmpty()) {
            return "file";
        }
        var ending = ending(harmless);
        var stem = harmless.substring(0, harmless.length() - ending.length());
        var shortEnding = ending.substring(
                0, ending.offsetByCodePoints(0, Math.min(20, ending.codePointCount(0, ending.length()))));
        var most = Math.min(stem.codePointCount(0, stem.length()), LONGEST - shortEnding.length());
        return trimmed(stem.substring(0, stem.offsetByCodePoints(0, most)) + shortEnding);
    }

    private static String trimmed(String name) {
        return EDGES.matcher(name).replaceAll("");
    }

    static String ending(String name) {
        var dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(dot) : "";
    }

    /** The kind a name promises. */
    static Optional<FileKind> promised(String name) {
        var ending = ending(name).toLowerCase(Locale.ROOT);
        for (var kind : FileKind.values()) {
            if (kind.endings().contains(ending)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
