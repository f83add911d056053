package org.zhengtong.base.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.search.SearchOutcome.Found;
import org.zhengtong.base.search.SearchProblem;
import org.zhengtong.base.search.SearchRequest;
import org.zhengtong.base.search.SearchSource;
import org.zhengtong.testing.OpenSearchServer;
import org.zhengtong.testing.RoomDatabase;

/** Two instances share one index on a server of OpenSearch. */
class SharedIndexTest {
    private static final Duration LEASE = Duration.ofSeconds(3);

    private static OpenSearchServer server;

    private final DriverManagerDataSource database = (DriverManagerDataSource) RoomDatabase.with("search");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final NotesInSearch notes = new NotesInSearch(jdbc);
    private final String prefix = "shared-" + Math.abs(jdbc.hashCode());
    private final List<SharedIndex> instances = new ArrayList<>();

    @BeforeAll
    static void startServer() throws IOException {
        server = OpenSearchServer.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void makeNotes() {
        NotesInSearch.makeTables(jdbc);
        notes.put("a", "居住证");
    }

    @AfterEach
    void endInstances() throws InterruptedException {
        for (var instance : instances) {
            instance.destroy();
        }
    }

    private SharedIndex instance() {
        var instance = instance(jdbc, notes, server.uri(), prefix);
        instances.add(instance);
        return instance;
    }

    static SharedIndex instance(JdbcClient jdbc, NotesInSearch notes, URI uri, String prefix) {
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("notes", notes);
        return new SharedIndex(
                new SearchSettings.OpenSearch(List.of(uri), null, null, null, prefix, LEASE),
                beans.getBeanProvider(SearchSource.class),
                new SnapshotStore(jdbc),
                new SharedIndexStore(jdbc));
    }

    private long found(SharedIndex instance, String text) {
        return found(instance, notes, text);
    }

    /** Asks until an index is open. */
    static long found(SharedIndex instance, NotesInSearch notes, String text) {
        var question = question(notes, text);
        for (var turn = 0; turn < 20; turn++) {
            var found = instance.<Found>ask(question::put);
            if (found.isPresent()) {
                return found.get().total();
            }
        }
        throw new IllegalStateException("No index was opened");
    }

    private static Question question(NotesInSearch notes, String text) {
        var request = new SearchRequest(text, Set.of(), Map.of(), null, 0, 10);
        return new Question(request, Asked.of(text, new Synonyms(List.of())), List.of(notes));
    }

    private List<String> indexesOnServer() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(server.uri().resolve("/_cat/indices/" + prefix + "-*?h=index"))
                    .build();
            return http.send(request, BodyHandlers.ofString()).body().lines().toList();
        }
    }

    private void deleteOnServer(String index) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(server.uri().resolve("/" + index))
                    .DELETE()
                    .build();
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void both_find_at_once_what_was_written_and_the_other_follows_when_one_ends() throws Exception {
        var one = instance();
        var other = instance();
        assertThat(found(one, "居住证")).isEqualTo(1);
        assertThat(found(other, "居住证")).isEqualTo(1);
        assertThat(indexesOnServer()).containsExactly(prefix + "-documents-1");

        notes.put("b", "出生医学证明");
        assertThat(found(one, "出生")).isEqualTo(1);
        notes.put("c", "教师资格认定");
        assertThat(found(other, "教师资格")).isEqualTo(1);
        notes.remove("a");
        assertThat(found(other, "居住证")).isZero();
        assertThat(found(one, "居住证")).isZero();

        one.destroy();
        notes.put("d", "护士执业注册");
        assertThat(found(other, "护士")).isEqualTo(1);
    }

    @Test
    void both_answer_while_a_new_one_is_made_which_then_answers_for_both() throws Exception {
        notes.put("b", "居住证变更");
        var one = instance();
        var other = instance();
        assertThat(found(one, "居住证")).isEqualTo(2);
        assertThat(found(other, "居住证")).isEqualTo(2);
        var before = indexesOnServer();
        var meanwhile = new ArrayList<Long>();

        one.rebuild(2, documents -> {
            notes.put("c", "居住证换领");
            meanwhile.addAll(List.of(documents, found(one, "居住证"), found(other, "居住证")));
        });

        // two documents, then the one that was written meanwhile; both answered from the old index, which followed
        assertThat(meanwhile).containsExactly(2L, 3L, 3L, 1L, 3L, 3L);
        assertThat(found(other, "居住证")).isEqualTo(3);
        assertThat(found(one, "居住证")).isEqualTo(3);
        assertThat(indexesOnServer()).hasSize(1).doesNotContainAnyElementsOf(before);
        assertThat(other.done()).isEqualTo(3);
        notes.remove("b");
        assertThat(found(one, "居住证")).isEqualTo(2);
    }

    @Test
    void what_a_killed_instance_acknowledged_is_found_by_the_other() throws Exception {
        var one = instance();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx300m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SharedIndexProgram.class.getName(),
                        database.getUrl(),
                        database.getUsername(),
                        database.getPassword(),
                        server.uri().toString(),
                        prefix)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var kept = 0L;
        try (BufferedReader lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null && kept < 300; line = lines.readLine()) {
                kept += line.startsWith("kept ") ? 1 : 0;
            }
            process.destroyForcibly().onExit().join();
        }
        assertThat(kept).isEqualTo(300);

        assertThat(found(one, "")).isPositive();
        var until = System.nanoTime() + LEASE.multipliedBy(10).toNanos();
        while (found(one, "") < notes.count() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }

        assertThat(found(one, "")).isEqualTo(notes.count());
        assertThat(found(one, "note300")).isPositive();
    }

    @Test
    void a_server_that_is_away_is_a_problem_with_a_name_and_everything_is_found_when_it_is_back() throws Exception {
        var one = instance();
        assertThat(found(one, "居住证")).isEqualTo(1);

        server.kill();
        notes.put("b", "出生医学证明");
        assertThatThrownBy(() -> found(one, "出生"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(SearchProblem.INDEX_BROKEN));
        assertThat(one.askAtOnce(question(notes, "出生")::put)).isEmpty();

        server.startAgain();
        assertThat(foundInTheEnd(one, "出生")).isEqualTo(1);
    }

    @Test
    void an_index_that_was_deleted_or_belongs_to_another_database_is_made_again() throws Exception {
        var one = instance();
        assertThat(found(one, "居住证")).isEqualTo(1);
        deleteOnServer(indexesOnServer().getFirst());
        assertThat(foundInTheEnd(one, "居住证")).isEqualTo(1);

        var before = indexesOnServer();
        jdbc.sql("update search.shared_index set life = 'restored'").update();
        assertThat(foundInTheEnd(one, "居住证")).isEqualTo(1);
        Awaitility.await()
                .untilAsserted(() -> assertThat(indexesOnServer()).hasSize(1).doesNotContainAnyElementsOf(before));
    }

    private long foundInTheEnd(SharedIndex instance, String text) {
        var until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                return found(instance, text);
            } catch (ProblemException notYet) {
                if (System.nanoTime() > until) {
                    throw notYet;
                }
            }
        }
    }
}
