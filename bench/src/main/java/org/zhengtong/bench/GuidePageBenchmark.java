package org.zhengtong.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Public guide pages a second, beside a bare JTE page of the same size without security, in turn. */
final class GuidePageBenchmark implements Benchmark {

    private static final String KEPT_OPEN = "--server.tomcat.max-keep-alive-requests=-1";
    private static final int WARM_UP_SECONDS = 6;
    private static final Pattern GUIDE = Pattern.compile("href=\"(/items/[^\"?#]+)\"");

    @Override
    public String name() {
        return "guide-page";
    }

    @Override
    public Report run(Options options) throws Exception {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("bench", "var")), "guide-");
        var connections = options.number("connections", 32);
        var seconds = options.number("seconds", 8);
        try (var ours = Program.start(
                        StartBenchmark.OURS,
                        "/",
                        List.of(),
                        List.of("--zhengtong.data-dir=" + folder.resolve("ours"), KEPT_OPEN));
                var bare = Program.start(
                        StartBenchmark.BARE,
                        "/",
                        List.of(),
                        List.of("--bare.data-dir=" + folder.resolve("bare"), KEPT_OPEN))) {
            var guide = guide(ours.port());
            var size = Load.size(ours.port(), guide);
            var page = "/page?rows=" + rowsFor(bare.port(), size);
            Load.run(ours.port(), guide, connections, WARM_UP_SECONDS);
            Load.run(bare.port(), page, connections, WARM_UP_SECONDS);
            var oursRates = new ArrayList<Double>();
            var bareRates = new ArrayList<Double>();
            for (int round = 0; round < options.number("rounds", 3); round++) {
                oursRates.add(Load.run(ours.port(), guide, connections, seconds));
                bareRates.add(Load.run(bare.port(), page, connections, seconds));
            }
            var ratio = Report.median(oursRates) / Report.median(bareRates);
            return new Report(name(), "≥0.7", "page", "bytes", "pages/s, median of rounds")
                    .row(guide, size, Report.median(oursRates))
                    .row("bare " + page, Load.size(bare.port(), page), Report.median(bareRates))
                    .note(connections + " connections kept open, client on the same machine, answers not compressed.")
                    .ratio(ratio);
        }
    }

    private static String guide(int port) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var home = client.send(
                    HttpRequest.newBuilder(URI.create(
                                    "http://127.0.0.1:" + port + "/items?text=%E4%BC%81%E4%B8%9A%E8%AE%BE%E7%AB%8B"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            var link = GUIDE.matcher(home.body());
            if (!link.find()) {
                throw new IllegalStateException("no guide on the list of items");
            }
            return link.group(1);
        }
    }

    private static int rowsFor(int port, int size) throws Exception {
        var one = Load.size(port, "/page?rows=1");
        var hundred = Load.size(port, "/page?rows=101");
        return Math.max(1, (int) Math.round((size - one) / ((hundred - one) / 100.0)) + 1);
    }
}
