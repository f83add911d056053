package org.zhengtong.data.registers.web.record;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.RegisterRecord;
import org.zhengtong.data.registers.web.Features;

/** Records as a GeoJSON feature collection, streamed. */
final class GeoJsonFile implements RecordsController.RecordFile {

    private final Writer text;
    private final List<RegisterItem> items;
    private boolean begun;

    GeoJsonFile(HttpServletResponse response, List<RegisterItem> items, String name) throws IOException {
        this.items = items;
        response.setContentType("application/geo+json");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        text = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        text.write("{\"type\":\"FeatureCollection\",\"features\":[\n");
    }

    @Override
    public void add(RegisterRecord record) {
        try {
            text.write(begun ? ",\n" : "");
            text.write(Features.of(items, record).toString());
            begun = true;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() throws IOException {
        text.write("\n]}");
        text.close();
    }
}
