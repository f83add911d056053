package org.zhengtong.data.catalog.web.open;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.data.catalog.CatalogProblem;
import org.zhengtong.data.catalog.OpenData;
import org.zhengtong.data.catalog.OpenData.Column;
import org.zhengtong.data.catalog.Resource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Stored rows as CSV, JSON or XLSX. */
@Controller
class DownloadController {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final OpenData data;
    private final JsonMapper json;

    DownloadController(OpenData data, JsonMapper json) {
        this.data = data;
        this.json = json;
    }

    @GetMapping("/open-data/{path}/rows.{format:csv|json|xlsx}")
    void download(@PathVariable String path, @PathVariable String format, HttpServletResponse response)
            throws IOException {
        var resource = data.require(path);
        var table =
                data.table(resource).orElseThrow(() -> new ProblemException(CatalogProblem.DATASET_NOT_FOUND, path));
        var columns = table.columns();
        switch (format) {
            case "csv" -> csv(resource, columns, response);
            case "json" -> {
                response.setContentType("application/json;charset=UTF-8");
                writeJson(resource, columns, response.getOutputStream());
            }
            default -> {
                response.setContentType(XLSX);
                response.setHeader("Content-Disposition", "attachment; filename=\"" + path + ".xlsx\"");
                writeXlsx(resource, columns, response.getOutputStream());
            }
        }
    }

    private void csv(Resource resource, List<Column> columns, HttpServletResponse response) throws IOException {
        var rows = new ArrayList<List<String>>();
        data.eachRow(resource, rows::add);
        CsvExport.send(
                response,
                resource.path() + ".csv",
                columns.stream().map(Column::name).toList(),
                rows.stream());
    }

    private void writeJson(Resource resource, List<Column> columns, OutputStream target) {
        try (var writer = json.createGenerator(target)) {
            writer.writeStartArray();
            data.eachRow(resource, row -> writeJson(row, columns, writer));
            writer.writeEndArray();
        }
    }

    private static void writeJson(List<String> row, List<Column> columns, JsonGenerator writer) {
        writer.writeStartObject();
        for (var at = 0; at < columns.size(); at++) {
            writer.writeStringProperty(columns.get(at).name(), row.get(at));
        }
        writer.writeEndObject();
    }

    private void writeXlsx(Resource resource, List<Column> columns, OutputStream target) throws IOException {
        try (var book = new Workbook(target, "Zhengtong", "1.0")) {
            var sheet = book.newWorksheet(resource.code().path());
            write(sheet, 0, columns.stream().map(Column::name).toList());
            sheet.range(0, 0, 0, columns.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            var line = new int[] {1};
            data.eachRow(resource, row -> {
                write(sheet, line[0]++, row);
                flush(sheet, line[0]);
            });
        }
    }

    /** Every cell a text, so that no spreadsheet computes it. */
    private static void write(Worksheet sheet, int line, List<String> cells) {
        for (var column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                sheet.value(line, column, cells.get(column));
            }
        }
    }

    private static void flush(Worksheet sheet, int line) {
        if (line % 1_000 == 0) {
            try {
                sheet.flush();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
