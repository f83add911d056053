package org.zhengtong.data.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengtong.data.connectors.ConnectorsFixtures.LI;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.problem.ProblemCode;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.connectors.internal.running.Pushing;
import org.zhengtong.data.registers.LoadReport.Counts;
import org.zhengtong.data.registers.RegistersProblem;

/** HTTP interfaces as a source, and systems that push. */
class InterfaceSourceTest {

    @TempDir
    private Path data;

    private ConnectorsFixtures room;
    private HttpServer server;
    private final List<String> asked = new ArrayList<>();
    private int status = 200;

    @BeforeEach
    void starts() throws IOException {
        room = ConnectorsFixtures.start(data);
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void ends() {
        server.stop(0);
        room.close();
    }

    /** Five people, two a page. */
    private void answer(HttpExchange exchange) throws IOException {
        var query = String.valueOf(exchange.getRequestURI().getQuery());
        asked.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Authorization"));
        var first =
                query.contains("page=") ? 2 * (Integer.parseInt(query.replaceAll(".*page=([0-9]+).*", "$1")) - 1) : 0;
        var people = IntStream.range(first, Math.min(5, first + 2))
                .mapToObj(n -> "{\"person\": {\"id\": \"%s\", \"name\": \"人%d\"}}".formatted(number(n), n))
                .collect(Collectors.joining(","));
        var next = first + 2 < 5 ? "\"/people?page=" + (first / 2 + 2) + "\"" : "null";
        var body = "{\"links\": {\"next\": %s}, \"data\": [%s]}"
                .formatted(next, people)
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Location", "http://169.254.169.254/");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String number(int n) {
        return CitizenNumber.completing("370102199001%02d%03d".formatted(n % 28 + 1, n))
                .value();
    }

    private long contract(Map<String, String> reading) {
        var source = room.connectors()
                .add(
                        new Source.Draft(
                                "接口",
                                ConnectorsFixtures.POLICE,
                                SourceKind.HTTP,
                                Map.of(
                                        "url",
                                        "http://127.0.0.1:"
                                                + server.getAddress().getPort(),
                                        "auth",
                                        "BEARER"),
                                "token-42"),
                        LI);
        var all = new HashMap<>(Map.of("path", "/people", "records", "/data"));
        all.putAll(reading);
        var contract = room.contract(source, all);
        room.map(contract, List.of(), Map.of("number", "person.id", "name", "person.name"));
        return contract;
    }

    @Test
    void pages_are_read_by_number_or_by_the_address_in_the_answer() {
        assertThat(room.run(contract(Map.of("paging", "PAGE", "size", "2"))).counts())
                .isEqualTo(new Counts(5, 5, 0, 0));
        assertThat(room.run(contract(Map.of("paging", "NEXT", "next", "/links/next")))
                        .counts())
                .isEqualTo(new Counts(5, 0, 5, 0));
        assertThat(asked).allMatch(request -> request.endsWith("Bearer token-42"));
    }

    @Test
    void only_what_changed_since_the_last_run_is_asked_for() {
        var contract = contract(Map.of("paging", "NONE", "sinceParam", "since"));
        room.run(contract);
        room.run(contract);
        assertThat(asked.getLast()).contains("since=2026-03-02T02%3A00%3A00Z");
    }

    @Test
    void refusals_busyness_and_redirections_are_told_apart() {
        var contract = contract(Map.of("paging", "NONE"));
        for (var known : Map.of(
                        401, SourceFault.WRONG_PASSWORD,
                        404, SourceFault.HTTP_STATUS,
                        302, SourceFault.HTTP_STATUS,
                        503, SourceFault.HTTP_BUSY)
                .entrySet()) {
            status = known.getKey();
            assertThat(room.run(contract).notes().getLast().key())
                    .isEqualTo(known.getValue().key());
        }
        status = 200;
        assertThat(room.run(contract(Map.of("records", "/nothing")))
                        .notes()
                        .getLast()
                        .key())
                .isEqualTo(SourceFault.NO_RECORDS.key());
    }

    private long pushed() {
        var source = room.connectors()
                .add(new Source.Draft("推送", ConnectorsFixtures.POLICE, SourceKind.PUSH, Map.of(), ""), LI);
        return room.contract(source, Map.of());
    }

    private static Pushing.Request request(String number, List<Map<String, @Nullable String>> rows) {
        return new Pushing.Request(number, ConnectorsFixtures.bytes(rows.toString()), rows);
    }

    @Test
    void pushed_rows_are_loaded_once_and_reported_one_by_one() {
        var id = pushed();
        var key = room.connectors().newKey(room.contract(id).source(), LI);
        var pushing = room.bean(Pushing.class);
        var contract = pushing.require(id, key);
        var request =
                request("r-1", List.of(Map.of("number", number(1), "name", "甲"), Map.of("number", "123", "name", "乙")));

        var answer = pushing.push(contract, request);
        assertThat(answer.load().counts()).isEqualTo(new Counts(2, 1, 0, 1));
        assertThat(answer.setAside().getFirst().row()).isEqualTo(2);
        assertThat(pushing.push(contract, request).load().id())
                .isEqualTo(answer.load().id());
        assertThat(room.lastRun(id).counts()).isEqualTo(new Counts(2, 1, 0, 1));
        refused(ConnectorsProblem.REQUEST_DIFFERS, () -> pushing.push(contract, request("r-1", List.of())));
    }

    @Test
    void what_does_not_fit_is_refused() {
        var id = pushed();
        var pushing = room.bean(Pushing.class);
        refused(ConnectorsProblem.WRONG_KEY, () -> pushing.require(id, ""));
        var key = room.connectors().newKey(room.contract(id).source(), LI);
        room.connectors().newKey(room.contract(id).source(), LI);
        refused(ConnectorsProblem.WRONG_KEY, () -> pushing.require(id, key));
        var contract = room.contract(id);
        refused(
                ConnectorsProblem.NOT_ITEMS,
                () -> pushing.push(contract, request("a", List.of(Map.of("number", number(1), "insured", "true")))));
        refused(
                ConnectorsProblem.TOO_LARGE,
                () -> pushing.push(contract, request("b", java.util.Collections.nCopies(1_001, Map.of()))));
        assertThatThrownBy(() -> pushing.push(contract, request("c", List.of(Map.of("name", "甲")))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(RegistersProblem.NO_KEY_COLUMN));
    }

    /** A row that sends its request once more while it is read. */
    private static final class Impatient extends AbstractMap<String, @Nullable String> {
        private final Map<String, @Nullable String> values;
        private final Runnable again;

        Impatient(Map<String, @Nullable String> values, Runnable again) {
            this.values = values;
            this.again = again;
        }

        @Override
        public Set<Entry<String, @Nullable String>> entrySet() {
            again.run();
            return values.entrySet();
        }
    }

    @Test
    void a_request_that_comes_again_while_it_is_loaded_is_asked_to_wait() {
        var id = pushed();
        var key = room.connectors().newKey(room.contract(id).source(), LI);
        var pushing = room.bean(Pushing.class);
        var contract = pushing.require(id, key);
        var told = new ArrayList<ProblemCode>();
        var row = new Impatient(Map.of("number", number(1), "name", "甲"), () -> {
            try {
                pushing.push(contract, request("twice", List.of()));
            } catch (ProblemException refused) {
                told.add(refused.problem());
            }
        });

        var content = ConnectorsFixtures.bytes("one");
        assertThat(pushing.push(contract, new Pushing.Request("twice", content, List.of(row)))
                        .load()
                        .counts())
                .isEqualTo(new Counts(1, 1, 0, 0));

        assertThat(told).isNotEmpty().containsOnly(ConnectorsProblem.BUSY);
    }

    private static void refused(ConnectorsProblem expected, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(expected));
    }
}
