package org.zhengtong.bench;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An examiner's inbox among a million open tasks: the whole page over HTTP, as the browser gets it, beside the query that
 * Flowable's task service needs for a list of the same length with its count.
 */
final class InboxBenchmark implements Benchmark {

    private static final int ROWS = 30;
    private static final int TASKS_A_CASE = 3;
    private static final int DAYS = 120;
    private static final double LIMIT = 50;
    private static final String EXAMINER = "刘思远";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("href=\"(/staff/inbox[?][^\"]*after=[^\"]+)\"");

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public Report run(Options options) throws Exception {
        var tasks = options.number("tasks", 1_000_000);
        var requests = options.number("requests", 200);
        var report = new Report(name(), "≥4", "what", "median, ms", "p95, ms");
        try (var platform = Platform.start("inbox")) {
            var ours = new CaseworkCycle(platform);
            var flowable = new FlowableCycle(platform.database(), ours.application());
            var first = LocalDate.now().minusDays(DAYS / 10);
            new StoredCases(platform.database(), ours.accepted()).fillTasks(tasks / TASKS_A_CASE, first, DAYS);
            flowable.fillTasks(platform.database(), tasks / TASKS_A_CASE, first, DAYS);

            var examiner = new Examiner(platform.port());
            var pages = new LinkedHashMap<String, String>();
            pages.put("first page", "/staff/inbox");
            pages.put("overdue", "/staff/inbox?show=overdue");
            pages.put("due soon", "/staff/inbox?show=due-soon");
            pages.put("second page", examiner.next("/staff/inbox"));
            pages.put("in my hands", "/staff/inbox?show=mine");
            var times = measure(examiner, flowable, pages, requests);
            times.forEach((what, list) -> report.row(what, Report.median(list), Report.percentile(list, 95)));
            var page = Report.percentile(times.getOrDefault("first page", List.of()), 95);
            var peer = Report.percentile(times.getOrDefault("Flowable", List.of()), 95);
            return report.note(tasks + " open tasks, a third of them the examiner's department's. Ours: the page of "
                            + ROWS
                            + " rows over HTTP with its seven counts, filters and rights, one reader. Flowable: " + ROWS
                            + " tasks of one definition by due date and their number, called in this process; its own page would"
                            + " come on top. Its table holds as many tasks.")
                    .note("The ratio is Flowable's p95 ÷ the first page's p95; a page is to take less than "
                            + (int) LIMIT + " ms.")
                    .ratio(peer / page)
                    .p95(page);
        }
    }

    /** Everything in turn, so that what the machine does meanwhile meets all alike. */
    private static Map<String, List<Double>> measure(
            Examiner examiner, FlowableCycle flowable, Map<String, String> pages, int requests) throws Exception {
        var times = new LinkedHashMap<String, List<Double>>();
        for (var request = -requests / 4; request < requests; request++) {
            for (var page : pages.entrySet()) {
                var begun = System.nanoTime();
                examiner.get(page.getValue());
                note(times, page.getKey(), begun, request);
            }
            // it takes long: a tenth of the requests says enough
            if (request % 10 == 0) {
                var begun = System.nanoTime();
                flowable.inbox("taxation", ROWS);
                note(times, "Flowable", begun, request);
            }
        }
        return times;
    }

    private static void note(Map<String, List<Double>> times, String what, long begun, int request) {
        if (request >= 0) {
            times.computeIfAbsent(what, _ -> new ArrayList<>()).add((System.nanoTime() - begun) / 1e6);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** One of the demonstration's examiners, signed in. */
    private static final class Examiner {

        private final HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        private final int port;

        Examiner(int port) throws Exception {
            this.port = port;
            var page = get("/sign-in");
            var token = found(TOKEN, page);
            var account = found(
                    Pattern.compile("name=\"account\" value=\"([0-9]+)\"[^>]*>(?:(?!</form>).)*" + EXAMINER), page);
            var signIn = HttpRequest.newBuilder(address("/sign-in/demo"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("_csrf=" + encoded(token) + "&account=" + account + "&next="))
                    .build();
            browser.send(signIn, BodyHandlers.discarding());
        }

        private URI address(String path) {
            return URI.create("http://localhost:" + port + path);
        }

        String get(String path) throws Exception {
            var answer = browser.send(
                    HttpRequest.newBuilder(address(path))
                            .header("Accept", "text/html")
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            return answer.body();
        }

        /** Where the page's link to the next page leads. */
        String next(String path) throws Exception {
            return found(NEXT, get(path)).replace("&amp;", "&");
        }

        private static String found(Pattern pattern, String page) {
            var found = pattern.matcher(page);
            if (!found.find()) {
                throw new IllegalStateException("No " + pattern + " on the page");
            }
            return found.group(1);
        }
    }
}
