package org.zhengtong.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.zhengtong.data.exchange.Transport;

/**
 * A consumer's system calls a provider's through two nodes, each with its own database, signed on both ways and written down on both
 * sides before it goes on; beside the provider's system called bare, and the same service called through its own node alone.
 */
final class MediatedCallBenchmark implements Benchmark {

    private static final String BARE = "provider's system, bare";
    private static final String ONE = "through the provider's node";
    private static final String TWO = "through two nodes";
    private static final byte[] ANSWER = "{\"code\":\"91370102MA3TEXTC86\",\"name\":\"济南泉汐软件有限公司\",\"state\":\"存续\"}"
            .getBytes(StandardCharsets.UTF_8);

    @Override
    public String name() {
        return "mediated-call";
    }

    /** Where to ask, and with which heads. */
    private record Door(String address, Map<String, String> heads) {

        HttpRequest request() {
            var request = HttpRequest.newBuilder(URI.create(address));
            heads.forEach(request::header);
            return request.build();
        }
    }

    /** Times of single calls, in microseconds, and how long all took. */
    private record Times(long[] sorted, double seconds) {

        double rate() {
            return sorted.length / seconds;
        }

        double millis(double part) {
            return sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1_000.0;
        }
    }

    @Override
    public Report run(Options options) throws Exception {
        var provider = provider();
        try (var pair = new ExchangePair();
                var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            pair.introduce(Transport.PUSH);
            var offered = OfferedService.make(
                    pair, "http://localhost:" + provider.getAddress().getPort());
            var doors = doors(pair, provider, offered);
            for (var door : doors.values()) {
                same(client, door);
            }
            var times = new LinkedHashMap<String, Times>();
            var count = options.number("count", 5_000);
            var connections = options.number("connections", 8);
            for (var door : doors.entrySet()) {
                measure(client, door.getValue(), Math.max(200, count / 5), connections);
                times.put(door.getKey(), measure(client, door.getValue(), count, connections));
            }
            return report(times, count, connections);
        } finally {
            provider.stop(0);
        }
    }

    private static HttpServer provider() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/companies", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, ANSWER.length);
                exchange.getResponseBody().write(ANSWER);
            }
        });
        server.start();
        return server;
    }

    private static Map<String, Door> doors(ExchangePair pair, HttpServer provider, OfferedService offered) {
        var path = "/companies/91370102MA3TEXTC86";
        var service = "/mediation/v1/nodes/" + ExchangePair.RECEIVER + "/services/" + OfferedService.CODE + path;
        var doors = new LinkedHashMap<String, Door>();
        doors.put(BARE, new Door("http://localhost:" + provider.getAddress().getPort() + path, Map.of()));
        doors.put(ONE, new Door(pair.receiverAddress() + service, heads(offered.here())));
        doors.put(TWO, new Door(pair.senderAddress() + service, heads(offered.there())));
        return doors;
    }

    private static Map<String, String> heads(OfferedService.Access access) {
        var pair = access.clientId() + ":" + access.secret();
        var basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return Map.of("Authorization", "Basic " + basic, "Grant", access.grant(), "Purpose", "%E6%A0%B8%E5%AF%B9");
    }

    private static void same(HttpClient client, Door door) throws Exception {
        var answer = client.send(door.request(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200 || !Arrays.equals(answer.body(), ANSWER)) {
            throw new IllegalStateException(door.address() + " " + answer.statusCode() + " "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    private static Times measure(HttpClient client, Door door, int count, int connections) throws Exception {
        var tasks = new ArrayList<Callable<List<Long>>>();
        for (var at = 0; at < connections; at++) {
            var own = count / connections;
            tasks.add(() -> {
                var times = new ArrayList<Long>();
                for (var call = 0; call < own; call++) {
                    var begun = System.nanoTime();
                    var answer = client.send(door.request(), HttpResponse.BodyHandlers.ofByteArray());
                    if (answer.statusCode() != 200) {
                        throw new IllegalStateException(door.address() + " " + answer.statusCode());
                    }
                    times.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun));
                }
                return times;
            });
        }
        var begun = System.nanoTime();
        var all = new ArrayList<Long>();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            for (var task : threads.invokeAll(tasks)) {
                all.addAll(task.get());
            }
        }
        var took = (System.nanoTime() - begun) / 1e9;
        return new Times(all.stream().mapToLong(Long::longValue).sorted().toArray(), took);
    }

    private Report report(Map<String, Times> times, int count, int connections) {
        var report = new Report(name(), "no goal", "calls of a small JSON answer", "calls/s");
        times.forEach((door, each) -> report.row(door, each.rate()));
        var bare = times.get(BARE);
        var two = times.get(TWO);
        var one = times.get(ONE);
        return report.note(
                        ("%,d calls each over %d connections; client, provider's system, both nodes and both databases"
                                        + " in one machine. Each mediated call is checked against grant, quota and repetition,"
                                        + " signed on both ways and committed to both logs.")
                                .formatted(count, connections))
                .note(String.format(
                        Locale.ROOT,
                        "Half of the calls took at most %.1f ms bare, %.1f ms through one node, %.1f ms through two."
                                + " Added p99: %.1f ms through one node, %.1f ms through two (bare p99 %.1f ms).",
                        bare.millis(0.5),
                        one.millis(0.5),
                        two.millis(0.5),
                        one.millis(0.99) - bare.millis(0.99),
                        two.millis(0.99) - bare.millis(0.99),
                        bare.millis(0.99)))
                .ratio(two.rate() / bare.rate());
    }
}
