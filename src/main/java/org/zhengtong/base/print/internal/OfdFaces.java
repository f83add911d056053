package org.zhengtong.base.print.internal;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** The faces of the platform's typeface that a document uses, and which characters of each. */
final class OfdFaces implements Closeable {

    /** Faces nobody is using: opening one takes longer than using it, and it serves one document at a time. */
    private static final Map<String, TrueTypeFont> RESTING = new ConcurrentHashMap<>();

    private final Map<String, Face> faces = new LinkedHashMap<>();

    /** A face, opened whole, and the characters needed of it. */
    private record Face(TrueTypeFont font, CmapLookup glyphs, TreeSet<Integer> characters) {}

    /** The face that can show this text, noting that it must; none when a subset cannot name the character. */
    Optional<String> faceOf(PDFont font, String text) throws IOException {
        var name = font.getName().replaceFirst("^[A-Z]{6}\\+", "");
        var face = faces.get(name);
        if (face == null) {
            face = open(name);
            faces.put(name, face);
        }
        var character = text.codePointAt(0);
        if (text.length() != 1 || face.glyphs().getGlyphId(character) == 0) {
            return Optional.empty();
        }
        face.characters().add(character);
        return Optional.of(name);
    }

    private static Face open(String name) throws IOException {
        var resting = RESTING.remove(name);
        var font = resting == null ? parse(name) : resting;
        return new Face(font, font.getUnicodeCmapLookup(), new TreeSet<>());
    }

    private static TrueTypeFont parse(String name) throws IOException {
        try (var in = OfdFaces.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
            if (in == null) {
                throw new IllegalArgumentException("Not a face of the platform's typeface: " + name);
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(in));
        }
    }

    /** Each face with the glyphs used and no others, as font files by their names. */
    Map<String, byte[]> subsets() throws IOException {
        var subsets = new LinkedHashMap<String, byte[]>();
        for (var face : faces.entrySet()) {
            var used = face.getValue();
            if (!used.characters().isEmpty()) {
                var subsetter = new TTFSubsetter(used.font());
                subsetter.addAll(used.characters());
                var bytes = new ByteArrayOutputStream();
                subsetter.writeToStream(bytes);
                subsets.put(face.getKey(), bytes.toByteArray());
            }
        }
        return subsets;
    }

    @Override
    public void close() throws IOException {
        for (var face : faces.entrySet()) {
            var font = face.getValue().font();
            if (RESTING.putIfAbsent(face.getKey(), font) != null) {
                font.close();
            }
        }
    }
}
