package org.zhengtong.base.trust.internal.drawing;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Outlines of characters for seals, from the platform's typeface: drawn, not set, so that a seal needs no font. */
final class SealGlyphs {

    private static final Map<Integer, Path2D> KNOWN = new ConcurrentHashMap<>();

    private SealGlyphs() {}

    /** The outline in a square of 1000 units around the origin. */
    static Path2D centred(int character) {
        return KNOWN.computeIfAbsent(character, SealGlyphs::read);
    }

    private static Path2D read(int character) {
        try {
            var outline = find(character, "NotoSerifSC-Bold.ttf");
            return outline == null ? requireOutline(character) : outline;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path2D requireOutline(int character) throws IOException {
        var outline = find(character, "NotoSerifSC-Regular.ttf");
        return outline == null ? new Path2D.Double() : outline;
    }

    private static @org.jspecify.annotations.Nullable Path2D find(int character, String file) throws IOException {
        try (var in = SealGlyphs.class.getResourceAsStream("/fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("Font missing: " + file);
            }
            try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
                var glyph = font.getUnicodeCmapLookup().getGlyphId(character);
                var outline = glyph == 0 ? null : font.getGlyph().getGlyph(glyph);
                if (outline == null) {
                    return null;
                }
                var box = outline.getBoundingBox();
                var path = new Path2D.Double(outline.getPath());
                // all characters stand on the same middle line; only the width is centred by advance
                var middle = font.getAdvanceWidth(glyph) / 2.0;
                path.transform(
                        AffineTransform.getTranslateInstance(-middle, wide(character) ? -380 : -box.getHeight() / 2));
                return path;
            }
        }
    }

    private static boolean wide(int character) {
        return character >= 0x2E80;
    }
}
