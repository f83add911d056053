package org.zhengtong.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One record by its key over HTTP as the system of another department asks for it, with client id, secret, grant and purpose, counted
 * and written down before each answer; beside bare handlers in the same process that read the same row of the same table.
 */
final class RegisterQueryBenchmark implements Benchmark {

    private static final int KEYS = 50_000;
    private static final String PURPOSE = "Purpose: %E4%BF%A1%E7%94%A8%E4%BF%AE%E5%A4%8D\r\n";

    private static final String OURS = "sharing API";
    private static final String SIGNED = "sharing API, answers signed";
    private static final String HANDLER = "bare handler in Spring MVC";
    private static final String SERVLET = "bare servlet, nothing around it";

    @Override
    public String name() {
        return "register-query";
    }

    /** Whom to ask, and how. */
    private record Door(int port, String path, String heads) {
        byte[] request(String key) {
            return Load.get(path, heads + "Record-Key: " + key + "\r\n");
        }
    }

    @Override
    public Report run(Options options) throws Exception {
        try (var platform = Platform.start("query")) {
            var rows = options.number("rows", 1_000_000);
            var shared = SharedRegister.make(platform, rows);
            try (var bare = BareServer.start(platform.database(), sql())) {
                var doors = doors(platform, shared, bare);
                var keys = JdbcClient.create(platform.database())
                        .sql("select number from " + SharedRegister.TABLE + " order by hashtext(number) limit ?")
                        .param(KEYS)
                        .query(String.class)
                        .list();
                same(doors, keys.getFirst());
                var rates = measure(doors, keys, options, shared.calls(platform), () -> shared.calls(platform));
                return report(rates, rows, options.number("connections", 32));
            }
        }
    }

    private static String sql() {
        return "select " + String.join(", ", BulkLoadBenchmark.COLUMNS).replace("born", "cast(born as text) as born")
                + ", zt_valid_from, zt_recorded_at, zt_position from " + SharedRegister.TABLE + " where number = ?";
    }

    private static Map<String, Door> doors(Platform platform, SharedRegister shared, BareServer bare) {
        var port = Integer.parseInt(platform.bean(Environment.class).getRequiredProperty("local.server.port"));
        var pair = shared.clientId() + ":" + shared.secret();
        var basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        var heads = "Authorization: Basic " + basic + "\r\n" + PURPOSE;
        var path = "/api/sharing/v1/grants/" + shared.grant().number().value() + "/record";
        var doors = new LinkedHashMap<String, Door>();
        doors.put(OURS, new Door(port, path, heads));
        doors.put(SIGNED, new Door(port, path + "?signed=true", heads));
        doors.put(HANDLER, new Door(bare.port(), "/record", ""));
        doors.put(SERVLET, new Door(bare.port(), "/plain", ""));
        return doors;
    }

    /** Every door tells the same of a person, and the signed one signs. */
    private static void same(Map<String, Door> doors, String key) throws Exception {
        var ours = JsonMapper.shared().readTree(get(doors.get(OURS), key).body());
        var signed = get(doors.get(SIGNED), key);
        if (signed.headers().firstValue("Body-Signature").isEmpty()) {
            throw new IllegalStateException("Not signed: " + signed);
        }
        for (var door : List.of(HANDLER, SERVLET)) {
            var bare = JsonMapper.shared().readTree(get(doors.get(door), key).body());
            for (var column : BulkLoadBenchmark.COLUMNS) {
                if (!text(ours.get("values").get(column)).equals(text(bare.get(column)))) {
                    throw new IllegalStateException(column + " differs: " + ours + " " + bare);
                }
            }
        }
    }

    private static String text(JsonNode node) {
        return node.asString();
    }

    private static HttpResponse<String> get(Door door, String key) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + door.path()))
                    .header("Record-Key", key);
            door.heads().lines().forEach(head -> request.header(head.split(": ")[0], head.split(": ")[1]));
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(door.path() + " " + answer.statusCode() + " " + answer.body());
            }
            return answer;
        }
    }

    private interface Counted {
        long calls();
    }

    /** Answers a second of each door, in turn; every answer of ours must stand in the book. */
    private static Map<String, List<Double>> measure(
            Map<String, Door> doors, List<String> keys, Options options, long before, Counted counted)
            throws Exception {
        var seconds = options.number("seconds", 8);
        var rates = new LinkedHashMap<String, List<Double>>();
        var ours = 0L;
        for (var round = 0; round <= options.number("rounds", 3); round++) {
            for (var door : doors.entrySet()) {
                var warming = round == 0;
                var took = warming ? 2 * seconds : seconds;
                var answers = Load.answers(
                        door.getValue().port(),
                        () -> door.getValue()
                                .request(keys.get(ThreadLocalRandom.current().nextInt(keys.size()))),
                        options.number("connections", 32),
                        took);
                if (!warming) {
                    rates.computeIfAbsent(door.getKey(), _ -> new ArrayList<>()).add(answers / (double) took);
                }
                ours += List.of(OURS, SIGNED).contains(door.getKey()) ? answers : 0;
            }
        }
        if (counted.calls() - before != ours) {
            throw new IllegalStateException(counted.calls() - before + " calls counted, but " + ours + " answered");
        }
        return rates;
    }

    private Report report(Map<String, List<Double>> rates, int rows, int connections) {
        var report = new Report(name(), "≥0.7", "one record by key", "answers/s, median of rounds");
        rates.forEach((door, each) -> report.row(door, Report.median(each)));
        var handler = Report.median(rates.get(HANDLER));
        return report.note(("%,d records of 10 items, keys at random, %d connections kept open, client in the same"
                                + " process. The sharing API asks for client id, secret, grant, purpose and quota, and no answer leaves"
                                + " before its entry in the log is committed; as many calls were counted as answered.")
                        .formatted(rows, connections))
                .note(String.format(
                        Locale.ROOT,
                        "Beside the bare handler: signed answers %.2f (goal: ≥0.4). Beside the bare servlet: %.2f,"
                                + " signed %.2f.",
                        Report.median(rates.get(SIGNED)) / handler,
                        Report.median(rates.get(OURS)) / Report.median(rates.get(SERVLET)),
                        Report.median(rates.get(SIGNED)) / Report.median(rates.get(SERVLET))))
                .ratio(Report.median(rates.get(OURS)) / handler);
    }
}
