package org.zhengtong.service.license.internal;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.PageSize;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;
import org.zhengtong.base.print.PrintFonts;
import org.zhengtong.base.print.QrImage;
import org.zhengtong.base.trust.SealPlace;
import org.zhengtong.service.license.License;
import org.zhengtong.service.license.LicenseFact;

/**
 * The sheet of a licence: A4 across, framed, the title in the middle, the holder's code at the left and the code for
 * phones at the right, facts in two columns, the authority with date and seal at the lower right.
 */
final class LicenseSheet {

    /** Where the seal's centre goes: over the authority and the date. */
    static final SealPlace SEAL = new SealPlace(1, 655, 118);

    private static final Color INK = new Color(0x1F, 0x1A, 0x14);
    private static final Color BRONZE = new Color(0x7A, 0x5A, 0x1E);
    private static final Color GREY = new Color(0x6B, 0x67, 0x5E);
    private static final Color DEMO = new Color(0xB5, 0x9A, 0x5B);
    private static final float LEFT = 82;
    private static final float RIGHT = 470;
    private static final float LABEL = 72;
    private static final float TOP_OF_FACTS = 396;
    private static final float BOTTOM_OF_FACTS = 88;

    private final PdfWriter writer;
    private final PdfContentByte canvas;

    private LicenseSheet(PdfWriter writer) {
        this.writer = writer;
        this.canvas = writer.getDirectContent();
    }

    /**
     * Texts around the facts.
     *
     * @param demo said across the sheet in demo mode, else empty
     * @param address what the code for phones leads to
     */
    record Wording(
            String codeLabel,
            String authority,
            String date,
            String scan,
            String identifier,
            String demo,
            String address) {}

    static byte[] print(License license, Wording wording) {
        var bytes = new ByteArrayOutputStream();
        // a wide page, not a turned one: a seal's place is measured on the page as it lies
        var document = new Document(new Rectangle(PageSize.A4.getHeight(), PageSize.A4.getWidth()));
        var writer = PdfWriter.getInstance(document, bytes);
        document.addTitle(license.title());
        document.addSubject(license.identifier().value());
        document.addCreator("Zhengtong");
        document.setDocumentLanguage("zh-CN");
        document.open();
        new LicenseFrame(writer.getDirectContentUnder()).draw();
        new LicenseSheet(writer).draw(license, wording);
        document.close();
        return bytes.toByteArray();
    }

    private void draw(License license, Wording wording) {
        demo(wording.demo());
        title(license.title());
        code(wording.codeLabel(), license.holder().code());
        phoneCode(wording);
        facts(license.facts().stream().filter(fact -> !fact.right()).toList(), LEFT, 360);
        facts(license.facts().stream().filter(LicenseFact::right).toList(), RIGHT, 298);
        authority(license, wording);
        line(PrintFonts.text(wording.identifier(), 8, GREY), LEFT, 70, Element.ALIGN_LEFT);
    }

    private void title(String title) {
        var characters = title.codePoints().mapToObj(Character::toString).toList();
        var step = Math.min(78f, 430f / characters.size());
        var x = 421 - step * (characters.size() - 1) / 2;
        for (var character : characters) {
            line(PrintFonts.bold(character, Math.min(54, step * 0.74f), INK), x, 460, Element.ALIGN_CENTER);
            x += step;
        }
    }

    private void code(String label, String code) {
        line(PrintFonts.text(label, 10.5f, BRONZE), LEFT, 500, Element.ALIGN_LEFT);
        line(PrintFonts.bold(code, 13.5f, INK), LEFT, 482, Element.ALIGN_LEFT);
    }

    private void phoneCode(Wording wording) {
        var image = QrImage.of(writer, wording.address(), 74);
        image.setAbsolutePosition(RIGHT + LABEL + 152, 446);
        canvas.addImage(image);
        box(PrintFonts.text(wording.scan(), 8, GREY), 596, 446, 90, 50, 11f);
    }

    private void facts(List<LicenseFact> facts, float x, float width) {
        var y = TOP_OF_FACTS;
        for (var fact : facts) {
            label(fact.label(), x, y);
            var room = fact.equals(facts.getLast()) ? y - BOTTOM_OF_FACTS : 62;
            y -= value(fact.text(), x + LABEL + 16, y, width - LABEL - 16, room) + 36;
        }
    }

    /** Spreads a label over a fixed width, as printed forms do. */
    private void label(String label, float x, float y) {
        var characters = label.codePoints().mapToObj(Character::toString).toList();
        var step = characters.size() == 1 ? 0 : (LABEL - 12) / (characters.size() - 1);
        var at = x;
        for (var character : characters) {
            line(PrintFonts.text(character, 12, BRONZE), at, y, Element.ALIGN_LEFT);
            at += step;
        }
    }

    /** Sets a value into its room, smaller if it is long, and tells how high it became. */
    private float value(String text, float x, float y, float width, float room) {
        for (var size = 13f; ; size -= 0.5f) {
            var leading = size * 1.5f;
            var column = column(PrintFonts.text(text, size, INK), x, y + leading, width, room + leading, leading);
            var fits = !ColumnText.hasMoreText(column.go(true));
            if (fits || size <= 5f) {
                var lines = column.getLinesWritten();
                column(PrintFonts.text(text, size, INK), x, y + leading, width, room + leading, leading)
                        .go();
                return (lines - 1) * leading;
            }
        }
    }

    private void authority(License license, Wording wording) {
        line(PrintFonts.text(wording.authority(), 12, BRONZE), RIGHT, 118, Element.ALIGN_LEFT);
        var size = Math.min(14f, 220f / Math.max(1, license.issuerName().length()));
        line(PrintFonts.text(license.issuerName(), size, INK), SEAL.x(), 118, Element.ALIGN_CENTER);
        line(PrintFonts.text(wording.date(), 13, INK), SEAL.x(), 90, Element.ALIGN_CENTER);
    }

    private void demo(String text) {
        if (!text.isEmpty()) {
            line(PrintFonts.text(text, 9, DEMO), 421, 58, Element.ALIGN_CENTER);
            ColumnText.showTextAligned(
                    writer.getDirectContentUnder(),
                    Element.ALIGN_CENTER,
                    PrintFonts.bold(text.substring(0, Math.min(2, text.length())), 150, new Color(0xF6, 0xEF, 0xDC)),
                    421,
                    190,
                    18);
        }
    }

    private void line(Phrase text, float x, float y, int alignment) {
        ColumnText.showTextAligned(canvas, alignment, text, x, y, 0);
    }

    private void box(Phrase text, float x, float y, float width, float height, float leading) {
        column(text, x, y + height, width, height, leading).go();
    }

    private ColumnText column(Phrase text, float x, float top, float width, float height, float leading) {
        var column = new ColumnText(canvas);
        column.setSimpleColumn(text, x, top - height, x + width, top, leading, Element.ALIGN_LEFT);
        return column;
    }
}
