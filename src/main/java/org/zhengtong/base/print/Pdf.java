package org.zhengtong.base.print;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/**
 * A sheet in the manner of official documents (GB/T 9704-2012: A4, margins 37/28/26/35 mm, body 16 pt, 22 lines a page).
 *
 * <p>Usage: {@code Pdf.a4(locale, "受理通知书").issuer(department).number(number).title(title).paragraph(text).facts(facts)
 * .signature(department, date).finish()}. All texts come from the caller, in the reader's language.
 */
public final class Pdf {

    private static final float MM = 72f / 25.4f;
    private static final float BODY = 16f;
    private static final float BODY_LEADING = 27f;
    private static final float SMALL = 11f;
    private static final Color INK = new Color(0x1A, 0x1A, 0x1A);
    private static final Color RED = new Color(0xC8, 0x10, 0x1E);
    private static final Color HAIR = new Color(0x9A, 0xA5, 0xB1);
    private static final Color GREY = new Color(0x5A, 0x64, 0x70);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Document document = new Document(PageSize.A4, 28 * MM, 26 * MM, 37 * MM, 35 * MM);
    private final PdfWriter writer;
    private final SheetMargins margins = new SheetMargins();
    private final PdfPCell qr = new PdfPCell();
    private final boolean chinese;
    private boolean hasQr;
    private PrintedSheet.@Nullable Spot sealSpot;

    private Pdf(Locale locale, String name) {
        chinese = locale.getLanguage().equals("zh");
        writer = PdfWriter.getInstance(document, bytes);
        writer.setPageEvent(margins);
        document.addTitle(name);
        document.addCreator("Zhengtong");
        document.setDocumentLanguage(locale.toLanguageTag());
        document.open();
    }

    /** Starts an A4 sheet; the name is what a reader's window shows. */
    public static Pdf a4(Locale locale, String name) {
        return new Pdf(locale, name);
    }

    /** A line of grey text at the foot of every page, such as the mark of demo mode. */
    public Pdf mark(String text) {
        margins.mark(text);
        return this;
    }

    /** The issuing authority in red over a red line (发文机关标志). */
    public Pdf issuer(String department) {
        var size = Math.min(34f, 436f / Math.max(1, department.length()));
        return centred(PrintFonts.bold(department, size, RED), size * 1.4f, 0, 10);
    }

    /** The document number, centred above the red line. */
    public Pdf number(String text) {
        var table = new PdfPTable(1);
        table.setWidthPercentage(100);
        var cell = new PdfPCell(PrintFonts.text(text, 14f, INK));
        cell.setHorizontalAlignment(Element.ALIGN_CENTER);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(RED);
        cell.setBorderWidth(1.6f);
        cell.setPaddingBottom(9);
        table.addCell(cell);
        return add(table);
    }

    /** The title, bold and centred. */
    public Pdf title(String text) {
        return centred(PrintFonts.bold(text, 22f, INK), 33f, 20, 12);
    }

    /** A level-one heading. */
    public Pdf heading(String text) {
        return add(paragraphOf(PrintFonts.bold(text, BODY, INK), BODY_LEADING));
    }

    /** Whom the document is addressed to, flush left. */
    public Pdf addressee(String text) {
        return add(paragraphOf(PrintFonts.text(text, BODY, INK), BODY_LEADING));
    }

    /** A paragraph of body text, in Chinese with the first line two characters in. */
    public Pdf paragraph(String text) {
        var paragraph = paragraphOf(PrintFonts.text(text, BODY, INK), BODY_LEADING);
        paragraph.setFirstLineIndent(chinese ? 2 * BODY : 0);
        paragraph.setAlignment(Element.ALIGN_JUSTIFIED);
        return add(paragraph);
    }

    /** A paragraph in small grey type, for notes and remedies. */
    public Pdf note(String text) {
        var paragraph = paragraphOf(PrintFonts.text(text, SMALL, GREY), 17f);
        paragraph.setSpacingBefore(8);
        return add(paragraph);
    }

    /** Numbered lines, each its own paragraph. */
    public Pdf numbered(List<String> lines) {
        for (var index = 0; index < lines.size(); index++) {
            paragraph((index + 1) + ". " + lines.get(index));
        }
        return this;
    }

    /** A table of facts: term and value. */
    public Pdf facts(Map<String, String> facts) {
        var table = table(new float[] {28, 72});
        facts.forEach((term, value) -> {
            table.addCell(cell(PrintFonts.text(term, 12f, GREY)));
            table.addCell(cell(PrintFonts.text(value, 12f, INK)));
        });
        return add(table);
    }

    /** A table with a bold head that repeats on every page. */
    public Pdf table(List<String> head, List<List<String>> rows) {
        var widths = new float[head.size()];
        Arrays.fill(widths, 1f);
        var table = table(widths);
        table.setHeaderRows(1);
        head.forEach(text -> table.addCell(cell(PrintFonts.bold(text, SMALL, INK))));
        rows.forEach(row -> row.forEach(text -> table.addCell(cell(PrintFonts.text(text, SMALL, INK)))));
        return add(table);
    }

    /** A QR code with a line of text under it; it stands beside the signing block, or last when there is none. */
    public Pdf qr(String content, String caption) {
        var image = QrImage.of(writer, content, 25 * MM);
        var text = paragraphOf(PrintFonts.text(caption, 9f, GREY), 14f);
        qr.setBorder(Rectangle.NO_BORDER);
        qr.addElement(image);
        qr.addElement(text);
        hasQr = true;
        return this;
    }

    /** The signing block at the right (署名、成文日期): department, date, and the spot for the seal over both. */
    public Pdf signature(String department, String date) {
        var table = bottomTable();
        var block = new PdfPCell();
        block.setBorder(Rectangle.NO_BORDER);
        block.setMinimumHeight(36 * MM);
        block.addElement(rightLine(department));
        block.addElement(rightLine(date));
        var middle = PrintFonts.regular().getWidthPoint(date, BODY) / 2;
        block.setCellEvent((cell, box, canvases) -> sealSpot = new PrintedSheet.Spot(
                writer.getPageNumber(), box.getRight() - 2 * BODY - middle, box.getTop() - BODY_LEADING * 0.8f));
        table.addCell(block);
        return add(table);
    }

    /** Ends the sheet. */
    public PrintedSheet finish() {
        if (hasQr) {
            var table = bottomTable();
            table.addCell(empty());
            add(table);
        }
        document.close();
        return new PrintedSheet(bytes.toByteArray(), sealSpot);
    }

    private Pdf add(Element element) {
        document.add(element);
        return this;
    }

    private Pdf centred(Phrase text, float leading, float before, float after) {
        var paragraph = paragraphOf(text, leading);
        paragraph.setAlignment(Element.ALIGN_CENTER);
        paragraph.setSpacingBefore(before);
        paragraph.setSpacingAfter(after);
        return add(paragraph);
    }

    private static Paragraph paragraphOf(Phrase text, float leading) {
        var paragraph = new Paragraph(leading);
        // the line break that ends a paragraph is set in its own font; without this one it would be Helvetica
        paragraph.setFont(text.getFont());
        paragraph.addAll(text);
        return paragraph;
    }

    private static Paragraph rightLine(String text) {
        var line = paragraphOf(PrintFonts.text(text, BODY, INK), BODY_LEADING);
        line.setAlignment(Element.ALIGN_RIGHT);
        line.setIndentationRight(2 * BODY);
        return line;
    }

    private PdfPTable bottomTable() {
        var table = new PdfPTable(new float[] {34, 66});
        table.setWidthPercentage(100);
        table.setSpacingBefore(16);
        table.setKeepTogether(true);
        table.addCell(hasQr ? qr : empty());
        hasQr = false;
        return table;
    }

    private static PdfPTable table(float[] widths) {
        var table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(12);
        table.setSpacingAfter(12);
        return table;
    }

    private static PdfPCell cell(Phrase text) {
        var cell = new PdfPCell(text);
        cell.setBorderColor(HAIR);
        cell.setBorderWidth(0.5f);
        cell.setPadding(6);
        cell.setPaddingBottom(9);
        cell.setLeading(18f, 0);
        return cell;
    }

    private static PdfPCell empty() {
        var cell = new PdfPCell();
        cell.setBorder(Rectangle.NO_BORDER);
        return cell;
    }
}
