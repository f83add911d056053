package org.zhengtong.base.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.search.SearchRequest;
import org.zhengtong.testing.RoomDatabase;

/** Settings say whose index answers. */
class SearchSettingsTest {
    @TempDir
    private Path folder;

    private final JdbcClient jdbc = JdbcClient.create(RoomDatabase.with("search"));

    private ApplicationContextRunner program(String... settings) {
        return new ApplicationContextRunner()
                .withUserConfiguration(SearchConfiguration.class)
                .withBean(SnapshotStore.class, () -> new SnapshotStore(jdbc))
                .withBean(EditionStore.class, () -> new EditionStore(jdbc))
                .withBean(SharedIndexStore.class, () -> new SharedIndexStore(jdbc))
                .withPropertyValues("zhengtong.data-dir=" + folder)
                .withPropertyValues(settings);
    }

    @Test
    void without_a_server_each_instance_has_an_index_of_its_own() {
        program().run(started -> assertThat(started).getBean(LiveIndex.class).isInstanceOf(OwnIndex.class));
    }

    @Test
    void a_prefix_that_could_name_other_indexes_stops_the_start() {
        program("zhengtong.search.opensearch.hosts=http://localhost:1", "zhengtong.search.opensearch.prefix=*")
                .run(started -> assertThat(started)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("Not a prefix of an index: *"));
    }

    @Test
    void a_server_is_asked_with_the_name_and_the_password_from_the_file() throws Exception {
        var said = new CopyOnWriteArrayList<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            said.add(Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), ""));
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"search\"");
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        server.start();
        var secret = Files.writeString(folder.resolve("secret"), "kept-secret\n");
        try {
            program(
                            "zhengtong.search.opensearch.hosts=http://127.0.0.1:"
                                    + server.getAddress().getPort(),
                            "zhengtong.search.opensearch.user=search",
                            "zhengtong.search.opensearch.password-file=" + secret)
                    .run(started -> {
                        var index = started.getBean(LiveIndex.class);
                        assertThat(index).isInstanceOf(SharedIndex.class);
                        var request = new SearchRequest("", java.util.Set.of(), Map.of(), null, 0, 1);
                        var question = new Question(
                                request, Asked.of("", new Synonyms(java.util.List.of())), java.util.List.of());
                        assertThat(index.askAtOnce(question::put)).isEmpty();
                        var login = Base64.getEncoder()
                                .encodeToString("search:kept-secret".getBytes(StandardCharsets.UTF_8));
                        org.awaitility.Awaitility.await()
                                .atMost(java.time.Duration.ofSeconds(60))
                                .untilAsserted(() -> assertThat(said).contains("Basic " + login));
                    });
        } finally {
            server.stop(0);
        }
    }
}
