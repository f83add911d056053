package org.zhengtong.base.print;

import java.awt.Color;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** What stands below the text of every page: the page number between dashes (GB/T 9704-2012 section 7.5) and a mark. */
final class SheetMargins extends PdfPageEventHelper {

    private static final Color GREY = new Color(0x5A, 0x64, 0x70);

    private String mark = "";

    void mark(String text) {
        mark = text;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        var canvas = writer.getDirectContent();
        var middle = (document.left() + document.right()) / 2;
        var number = PrintFonts.text("\u2014 " + writer.getPageNumber() + " \u2014", 12f, Color.BLACK);
        ColumnText.showTextAligned(canvas, Element.ALIGN_CENTER, number, middle, document.bottom() - 32, 0);
        if (!mark.isEmpty()) {
            var text = PrintFonts.text(mark, 9f, GREY);
            ColumnText.showTextAligned(canvas, Element.ALIGN_CENTER, text, middle, document.bottom() - 52, 0);
        }
    }
}
