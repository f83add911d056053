package org.zhengtong.data.connectors.internal.reading;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.registers.RowSource;

/** Records of an interface, page by page; the cursor is how many of a page were read, and the page. */
record HttpPages(HttpSource source, List<String> columns, String since) implements RowSource {

    @Override
    public Rows open(@Nullable String cursor) throws IOException {
        var parts = cursor == null ? new String[] {"0", ""} : cursor.split(" ", 2);
        return new Reading(this, parts[1].isEmpty() ? null : parts[1], Integer.parseInt(parts[0]));
    }

    /** One reading. */
    private static final class Reading implements Rows {
        private final HttpPages pages;
        private @Nullable String place;
        private HttpSource.Page page;
        private int read;

        Reading(HttpPages pages, @Nullable String place, int read) throws IOException {
            this.pages = pages;
            this.place = place;
            this.read = read;
            this.page = pages.source.page(place, pages.since);
        }

        @Override
        public @Nullable String @Nullable [] next() throws IOException {
            while (read >= page.records().size()) {
                var next = page.next();
                if (next == null || next.equals(place)) {
                    return null;
                }
                page = pages.source.page(next, pages.since);
                place = next;
                read = 0;
            }
            return Flat.row(pages.columns, Flat.of(page.records().get(read++)));
        }

        @Override
        public String cursor() {
            return read + " " + (place == null ? "" : place);
        }

        @Override
        public void close() {
            // each page was read whole
        }
    }
}
