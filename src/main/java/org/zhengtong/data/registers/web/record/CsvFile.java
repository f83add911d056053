package org.zhengtong.data.registers.web.record;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.RegisterRecord;

/** Records as CSV with a byte order mark, streamed; cells that a spreadsheet would take for formulas are disarmed. */
final class CsvFile implements RecordsController.RecordFile {

    private final CsvWriter csv;
    private final List<RegisterItem> items;

    CsvFile(HttpServletResponse response, List<RegisterItem> items, String name, Locale locale) throws IOException {
        this.items = items;
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        var text = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        text.write('\ufeff');
        csv = CsvWriter.builder().build(text);
        csv.writeRecord(items.stream().map(item -> item.title().in(locale)).toList());
    }

    @Override
    public void add(RegisterRecord record) {
        csv.writeRecord(RecordsController.texts(items, record).stream()
                .map(CsvExport::disarmed)
                .toList());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
