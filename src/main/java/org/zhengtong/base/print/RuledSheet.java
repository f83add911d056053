package org.zhengtong.base.print;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
 * A paper form (表格): title, one ruled table on a grid of equal columns with merged cells, and notes below; on A4.
 *
 * <p>Usage: {@code RuledSheet.a4(locale, title, 48, false).annex(annex).heads(lines).line(cells)….notes(lines).finish()}.
 */
public final class RuledSheet {

    private static final float MM = 72f / 25.4f;
    private static final float TEXT = 10.5f;
    private static final float LEADING = 15f;
    private static final Color INK = new Color(0x11, 0x11, 0x11);
    private static final String TICKED = "\u2611";
    private static final String FILLED = "\u25a0";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Document document;
    private final PdfPTable table;
    private final SheetMargins margins = new SheetMargins();

    private RuledSheet(Locale locale, String title, int columns, boolean landscape) {
        var size = landscape ? PageSize.A4.rotate() : PageSize.A4;
        document = new Document(size, 18 * MM, 18 * MM, 18 * MM, 24 * MM);
        var writer = PdfWriter.getInstance(document, bytes);
        writer.setPageEvent(margins);
        document.addTitle(title);
        document.addCreator("Zhengtong");
        document.setDocumentLanguage(locale.toLanguageTag());
        document.open();
        var widths = new float[columns];
        Arrays.fill(widths, 1f);
        table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(6);
    }

    /** Starts a sheet whose table has so many equal columns. */
    public static RuledSheet a4(Locale locale, String title, int columns, boolean landscape) {
        return new RuledSheet(locale, title, columns, landscape);
    }

    /**
     * A cell of the table.
     *
     * @param foot lines at the right below the text, for stamp, signature and date
     * @param height least height in millimetres
     */
    public record RuledCell(
            String text, int columns, int rows, boolean bold, boolean centred, List<String> foot, float height) {
        public RuledCell {
            foot = List.copyOf(foot);
        }
    }

    /** A line of grey text at the foot of every page. */
    public RuledSheet mark(String text) {
        margins.mark(text);
        return this;
    }

    /** What stands above the table: annex, title, lines such as the unit that fills it in. */
    public RuledSheet head(@Nullable String annex, String title, List<String> lines) {
        if (annex != null) {
            document.add(paragraph(PrintFonts.bold(shown(annex), 12f, INK), Element.ALIGN_LEFT, 18f));
        }
        document.add(paragraph(PrintFonts.bold(shown(title), 18f, INK), Element.ALIGN_CENTER, 30f));
        if (!lines.isEmpty()) {
            var row = new PdfPTable(lines.size());
            row.setWidthPercentage(100);
            row.setSpacingBefore(6);
            lines.forEach(line -> {
                var cell = new PdfPCell(PrintFonts.text(shown(line), TEXT, INK));
                cell.setBorder(Rectangle.NO_BORDER);
                cell.setPadding(2);
                row.addCell(cell);
            });
            document.add(row);
        }
        return this;
    }

    /** The next line: the cells that begin in it. */
    public RuledSheet line(List<RuledCell> cells) {
        cells.forEach(cell -> table.addCell(ruled(cell)));
        return this;
    }

    private static PdfPCell ruled(RuledCell written) {
        var text = shown(written.text());
        var phrase = written.bold() ? PrintFonts.bold(text, TEXT, INK) : PrintFonts.text(text, TEXT, INK);
        var alignment = written.centred() ? Element.ALIGN_CENTER : Element.ALIGN_LEFT;
        var cell = new PdfPCell();
        cell.addElement(paragraph(phrase, alignment, LEADING));
        written.foot().forEach(line -> {
            var foot = paragraph(PrintFonts.text(shown(line), TEXT, INK), Element.ALIGN_RIGHT, LEADING);
            // one line is a place for a stamp; several are stamp and date, with room to sign
            var alone = written.foot().size() == 1;
            foot.setSpacingBefore(line.equals(written.foot().getFirst()) && !alone ? 14 * MM : 3);
            foot.setIndentationRight(alone ? 2 * MM : 12 * MM);
            cell.addElement(foot);
        });
        cell.setColspan(written.columns());
        cell.setRowspan(written.rows());
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        cell.setBorderColor(INK);
        cell.setBorderWidth(0.6f);
        cell.setPaddingLeft(3);
        cell.setPaddingRight(3);
        cell.setPaddingTop(1);
        cell.setPaddingBottom(5);
        cell.setMinimumHeight(written.height() * MM);
        return cell;
    }

    /** Lines below the table. */
    public RuledSheet notes(List<String> lines) {
        document.add(table);
        lines.forEach(line ->
                document.add(paragraph(PrintFonts.text(shown(line), TEXT, INK), Element.ALIGN_LEFT, LEADING + 2)));
        return this;
    }

    /** Ends the sheet. */
    public byte[] finish() {
        document.close();
        return bytes.toByteArray();
    }

    /** The typeface has no ticked box; a filled one says the same. */
    private static String shown(String text) {
        return PrintFonts.regular().charExists(TICKED.charAt(0)) ? text : text.replace(TICKED, FILLED);
    }

    private static Paragraph paragraph(Phrase text, int alignment, float leading) {
        var paragraph = new Paragraph(leading);
        paragraph.setFont(text.getFont());
        paragraph.addAll(text);
        paragraph.setAlignment(alignment);
        return paragraph;
    }
}
