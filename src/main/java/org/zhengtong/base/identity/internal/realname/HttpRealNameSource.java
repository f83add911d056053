package org.zhengtong.base.identity.internal.realname;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.identity.RealNameSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks over HTTP: a POST of {@code {"kind": "CITIZEN", "name": …, "number": …}}, answered by {@code {"matches": true,
 * "receipt": …}}.
 */
@Component
class HttpRealNameSource implements RealNameSource {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST_RECEIPT = 100;
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final RealNameSettings settings;
    private final JsonMapper json;

    HttpRealNameSource(RealNameSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    @Override
    public boolean configured() {
        return !settings.url().isEmpty();
    }

    @Override
    public String name() {
        return settings.name().isEmpty() ? URI.create(settings.url()).getHost() : settings.name();
    }

    @Override
    public Answer ask(AccountKind kind, String name, String number) {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer = client.send(
                    request(kind, name, number), BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER));
            return answer.statusCode() == 200
                    ? read(answer.body())
                    : new Answer.Silent("status " + answer.statusCode());
        } catch (IOException | JacksonException failure) {
            return new Answer.Silent(failure.getClass().getSimpleName());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Answer.Silent("interrupted");
        }
    }

    private HttpRequest request(AccountKind kind, String name, String number) {
        var body = json.writeValueAsString(Map.of("kind", kind.name(), "name", name, "number", number));
        var request = HttpRequest.newBuilder(URI.create(settings.url()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return settings.token().isEmpty()
                ? request.build()
                : request.header("Authorization", "Bearer " + settings.token()).build();
    }

    private Answer read(String body) {
        var answer = json.readTree(body);
        var matches = answer.path("matches");
        if (!matches.isBoolean()) {
            return new Answer.Silent("no field matches");
        }
        var receipt = answer.path("receipt").asString("");
        return matches.booleanValue()
                ? new Answer.Matches(receipt.substring(0, Math.min(LONGEST_RECEIPT, receipt.length())))
                : new Answer.Differs();
    }
}
