package org.zhengtong.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A table of figures, notes below it, and the ratio that counts. */
final class Report {

    private final String name;
    private final String bar;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private double ratio = Double.NaN;
    private String more = "";

    /** {@code bar} is what the ratio is held against, such as {@code ≥4} or {@code <2}. */
    Report(String name, String bar, String... heads) {
        this.name = name;
        this.bar = bar;
        rows.add(List.of(heads));
    }

    Report row(Object... cells) {
        rows.add(Arrays.stream(cells)
                .map(cell -> cell instanceof Double number
                        ? String.format(Locale.ROOT, number < 10 ? "%.2f" : "%,.0f", number)
                        : String.valueOf(cell))
                .toList());
        return this;
    }

    Report note(String text) {
        notes.add(text);
        return this;
    }

    Report ratio(double value) {
        ratio = value;
        return this;
    }

    /** The slowest but five of a hundred, in milliseconds, stands in the last line, too. */
    Report p95(double milliseconds) {
        more = String.format(Locale.ROOT, " p95=%.1f", milliseconds);
        return this;
    }

    private String table() {
        var text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            text.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
            if (i == 0) {
                text.append("|---".repeat(rows.get(i).size())).append("|\n");
            }
        }
        notes.forEach(note -> text.append('\n').append(note).append('\n'));
        return text.toString();
    }

    private String verdict() {
        return String.format(Locale.ROOT, "%s ratio=%.2f bar=%s", name, ratio, bar) + more;
    }

    void print() {
        System.out.println(table());
        System.out.println(verdict());
    }

    void write() throws IOException {
        var file = Path.of("bench", "results", name + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "# " + name + "\n\n" + LocalDate.now() + ", "
                        + Runtime.getRuntime().availableProcessors() + " cores, "
                        + System.getProperty("os.arch") + ", Java " + Runtime.version() + "\n\n" + table() + "\n`"
                        + verdict() + "`\n");
    }

    /** The value that so many of a hundred do not exceed. */
    static double percentile(List<Double> values, int percent) {
        var sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    /** The middle value. */
    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }
}
