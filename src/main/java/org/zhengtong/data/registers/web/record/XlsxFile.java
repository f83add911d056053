package org.zhengtong.data.registers.web.record;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.zhengtong.data.registers.ItemType;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.RegisterRecord;

/** Records as a workbook, streamed; a sheet holds a million rows at most. */
final class XlsxFile implements RecordsController.RecordFile {

    private static final int MOST_ROWS = 1_048_575;
    private static final int FLUSHED = 1_000;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final List<RegisterItem> items;
    private int row;

    XlsxFile(HttpServletResponse response, List<RegisterItem> items, String name, Locale locale) throws IOException {
        this.items = items;
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        workbook = new Workbook(response.getOutputStream(), "Zhengtong", "1.0");
        sheet = workbook.newWorksheet("1");
        for (var at = 0; at < items.size(); at++) {
            sheet.value(0, at, items.get(at).title().in(locale));
        }
    }

    @Override
    public void add(RegisterRecord record) {
        if (++row > MOST_ROWS) {
            return;
        }
        for (var at = 0; at < items.size(); at++) {
            var value = record.values().get(items.get(at).name());
            if (value instanceof Number number && items.get(at).type() != ItemType.TEXT) {
                sheet.value(row, at, number);
            } else {
                sheet.value(row, at, record.text(items.get(at).name()));
            }
        }
        if (row % FLUSHED == 0) {
            flush();
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
