package org.zhengtong.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.springframework.core.env.Environment;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.search.SearchIndex;
import org.zhengtong.base.search.SearchOutcome;
import org.zhengtong.base.search.SearchRequest;
import org.zhengtong.data.catalog.CatalogListing;
import org.zhengtong.data.catalog.CatalogListing.Query;
import org.zhengtong.data.catalog.CatalogListing.Sort;

/** Time of single questions to a catalog of many resources: words with facets, filtered lists in order, public pages. */
final class CatalogSearchBenchmark implements Benchmark {
    private static final List<String> WORDS =
            List.of("企业", "许可", "检验", "登记", "高新技术", "港口", "实验室", "威海 企业", "信息 名单", "不动产");
    private static final double BAR_MILLIS = 100;
    private static final int WARM_UP = 60;

    @Override
    public String name() {
        return "catalog-search";
    }

    @Override
    public Report run(Options options) throws Exception {
        var stored = options.number("stored", 100_000);
        var questions = options.number("questions", 400);
        try (var platform = Platform.start("catalog")) {
            fill(platform, stored);
            open(platform.bean(SearchIndex.class));
            var listing = platform.bean(CatalogListing.class);
            var port = platform.bean(Environment.class).getRequiredProperty("local.server.port");
            var random = new Random(741);
            var report = new Report(name(), "≤1", "question", "times", "median ms", "p95 ms");
            var worst = 0.0;
            for (var kind : Map.<String, Callable<?>>of(
                            "words, best first, with facets",
                            () -> listing.search(words(random), STAFF),
                            "list by name, filtered, with facets",
                            () -> listing.search(filtered(random), STAFF),
                            "public page for words over HTTP",
                            () -> get(port, "/open-data?text=" + encoded(random)),
                            "CKAN package_search by change over HTTP",
                            () -> get(port, "/api/3/action/package_search?rows=20&sort=metadata_modified+desc"))
                    .entrySet()) {
                var times = times(kind.getValue(), questions);
                worst = Math.max(worst, times.get(times.size() * 95 / 100));
                report.row(kind.getKey(), questions, times.get(times.size() / 2), times.get(times.size() * 95 / 100));
            }
            return report.note(stored
                            + " resources; one question after another, client on the same machine. The ratio is the worst p95"
                            + " by " + (int) BAR_MILLIS + " ms.")
                    .ratio(worst / BAR_MILLIS);
        }
    }

    private static final CurrentUser STAFF =
            new CurrentUser(new AccountId(1), "bench", AccountKind.STAFF, null, null, java.util.Set.of());

    private static Query words(Random random) {
        return new Query(WORDS.get(random.nextInt(WORDS.size())), Map.of(), Sort.CHANGED, false, "", 30);
    }

    private static Query filtered(Random random) {
        var sort = Sort.values()[random.nextInt(Sort.values().length)];
        return new Query("", Map.of("provider", "部门" + random.nextInt(500)), sort, false, "", 30);
    }

    private static String encoded(Random random) {
        return URLEncoder.encode(WORDS.get(random.nextInt(WORDS.size())), StandardCharsets.UTF_8);
    }

    private static int get(String port, String path) throws Exception {
        var answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " " + answer.statusCode());
        }
        return answer.body().length;
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static List<Double> times(Callable<?> question, int many) throws Exception {
        for (var turn = 0; turn < WARM_UP; turn++) {
            question.call();
        }
        var times = new ArrayList<Double>();
        for (var turn = 0; turn < many; turn++) {
            var from = System.nanoTime();
            question.call();
            times.add((System.nanoTime() - from) / 1e6);
        }
        return times.stream().sorted().toList();
    }

    /** Copies of the pack's resources under other names, providers and codes. */
    private static void fill(Platform platform, int stored) throws SQLException {
        try (var connection = platform.database().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into catalog.resource (origin, code, state, version, name, name_key, name_stem, provider,
                        provider_key, department, class_code, kind, format, format_group, sharing, openness,
                        update_cycle, domain, division, item_count, record_count, external_id, body, digest,
                        published_at, changed_at)
                    select '', class_code || '/' || (100000 + n), 'PUBLISHED', 1, name || n, name_key || n,
                        name_stem || n, '部门' || n %% 500, '部门' || n %% 500, null, class_code, kind, format,
                        format_group, sharing, openness, update_cycle, domain, division, item_count, record_count, '',
                        jsonb_set(jsonb_set(body, '{name}', to_jsonb(name || n)), '{provider,name}',
                            to_jsonb('部门' || n %% 500)), digest, published_at, changed_at - n * interval '1 minute'
                    from generate_series(1, %d) as n
                    join (select *, row_number() over (order by id) as place from catalog.resource) as r
                        on r.place = 1 + n %% 76
                    """.formatted(stored));
            statement.execute("vacuum analyze catalog.resource");
        }
    }

    /** Waits until the index is made. */
    private static void open(SearchIndex index) throws InterruptedException {
        var any = new SearchRequest("企业", java.util.Set.of("resource"), Map.of(), null, 0, 1);
        while (index.search(any) instanceof SearchOutcome.Preparing) {
            Thread.sleep(200);
        }
    }
}
