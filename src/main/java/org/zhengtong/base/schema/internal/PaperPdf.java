package org.zhengtong.base.schema.internal;

import java.util.List;
import java.util.Locale;
import org.zhengtong.base.print.RuledSheet;
import org.zhengtong.base.schema.PaperSheet;
import org.zhengtong.base.schema.PaperSheet.Kind;

/** A paper sheet as PDF. Touched at first use only: typeface and PDF library are large. */
class PaperPdf {
    private static final float LINE = 8f;
    private static final float LONG = 32f;

    private PaperPdf() {}

    static byte[] of(PaperSheet sheet, String mark, Locale locale) {
        var pdf = RuledSheet.a4(locale, sheet.title(), PaperSheet.COLUMNS, sheet.landscape())
                .mark(mark)
                .head(sheet.annex(), sheet.title(), sheet.heads());
        sheet.lines()
                .forEach(line ->
                        pdf.line(line.cells().stream().map(PaperPdf::ruled).toList()));
        return pdf.notes(sheet.notes()).finish();
    }

    private static RuledSheet.RuledCell ruled(PaperSheet.Cell cell) {
        var kind = cell.kind();
        var bold = kind == Kind.SECTION || kind == Kind.SIDE;
        var centred = List.of(Kind.SIDE, Kind.HEADING, Kind.CELL).contains(kind);
        return new RuledSheet.RuledCell(
                cell.text(),
                cell.columns(),
                cell.rows(),
                bold,
                centred,
                cell.foot(),
                kind == Kind.LONG_ANSWER ? LONG : LINE);
    }
}
