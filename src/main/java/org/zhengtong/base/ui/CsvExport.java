package org.zhengtong.base.ui;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Sends a list as a CSV file that spreadsheets open rightly and cannot be tricked by. */
public final class CsvExport {

    private static final String FORMULA_STARTS = "=+-@\t\r\n";
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private CsvExport() {}

    /** Streams {@code rows} below {@code heads} as an attachment of this name. */
    public static void send(
            HttpServletResponse response, String fileName, List<String> heads, Stream<List<String>> rows)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        var output = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        output.write(BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().build(output)) {
            csv.writeRecord(heads);
            rows.forEach(
                    row -> csv.writeRecord(row.stream().map(CsvExport::disarmed).toList()));
        }
    }

    /** A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
    public static String disarmed(String cell) {
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
