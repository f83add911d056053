package org.zhengtong.base.print;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.openpdf.text.Chunk;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;

/**
 * The platform's typeface, Noto Serif SC (SIL Open Font License): regular with every character of the Unicode blocks for
 * Chinese names, bold for titles with the characters of GB 2312. Only the glyphs used are embedded.
 */
public final class PrintFonts {

    private static final BaseFont REGULAR = load("NotoSerifSC-Regular.ttf");
    private static final BaseFont BOLD = load("NotoSerifSC-Bold.ttf");

    private PrintFonts() {}

    /** The regular face, for measuring and drawing. */
    public static BaseFont regular() {
        return REGULAR;
    }

    /** The bold face when it has every character of this text, else the regular one. */
    public static BaseFont boldFor(String text) {
        return text.codePoints().allMatch(BOLD::charExists) ? BOLD : REGULAR;
    }

    /** Text in the regular face, broken into lines by the rules of Chinese punctuation. */
    public static Phrase text(String text, float size, Color color) {
        return phrase(text, REGULAR, size, color);
    }

    /** Text in the bold face where possible. */
    public static Phrase bold(String text, float size, Color color) {
        return phrase(text, boldFor(text), size, color);
    }

    private static Phrase phrase(String text, BaseFont face, float size, Color color) {
        var font = new Font(face, size, Font.NORMAL, color);
        var chunk = new Chunk(text, font);
        chunk.setSplitCharacter(new ChineseLineBreak());
        var phrase = new Phrase(chunk);
        phrase.setFont(font);
        return phrase;
    }

    private static BaseFont load(String file) {
        try (var in = PrintFonts.class.getResourceAsStream("/fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("Font missing: " + file);
            }
            return BaseFont.createFont(file, BaseFont.IDENTITY_H, true, true, in.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
