package org.zhengtong.base.identity.internal.realname;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.identity.RealNameSource.Answer;
import tools.jackson.databind.json.JsonMapper;

class AskingTheSourceTest {

    private final AtomicReference<String> asked = new AtomicReference<>("");
    private HttpServer server;
    private String body = "";
    private int status = 200;

    @BeforeEach
    void a_source_listens() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.set(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void it_ends() {
        server.stop(0);
    }

    private Answer ask() {
        var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/check";
        var settings = new RealNameSettings(url, "secret", "");
        return new HttpRealNameSource(settings, JsonMapper.shared()).ask(AccountKind.CITIZEN, "简明", "370102");
    }

    @Test
    void tells_name_and_number_and_reads_the_answer() {
        body = "{\"matches\": true, \"receipt\": \"R-7\"}";

        assertThat(ask()).isEqualTo(new Answer.Matches("R-7"));
        assertThat(asked.get()).startsWith("Bearer secret ").contains("\"CITIZEN\"", "\"简明\"", "\"370102\"");

        body = "{\"matches\": false}";
        assertThat(ask()).isEqualTo(new Answer.Differs());
    }

    @Test
    void an_answer_that_cannot_be_understood_is_none() {
        for (var nonsense : new String[] {"", "<html>", "[]", "{\"matches\": \"yes\"}", "null"}) {
            body = nonsense;
            assertThat(ask()).as(nonsense).isInstanceOf(Answer.Silent.class);
        }
        status = 503;
        assertThat(ask()).isEqualTo(new Answer.Silent("status 503"));
    }

    @Test
    void a_source_that_is_away_is_none() {
        var settings = new RealNameSettings("http://127.0.0.1:1/", "", "");

        assertThat(new HttpRealNameSource(settings, JsonMapper.shared()).ask(AccountKind.CITIZEN, "简明", "370102"))
                .isInstanceOf(Answer.Silent.class);
    }
}
