package org.zhengtong.base.notice.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** One POST to a gateway. Redirects are not followed: an address is configured, not found. */
final class HttpPost {

    private static final int MOST_ANSWER = 64 * 1024;

    /** Made at the first use; most nodes never need it. */
    private static final class Client {
        static final HttpClient SHARED = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    private HttpPost() {}

    /** The answer to a 2xx is read by {@code read}; 4xx other than 408 and 429 is final. */
    static Answer send(
            URI url, Map<String, String> headers, byte[] body, Duration timeout, Function<String, Answer> read) {
        var request = HttpRequest.newBuilder(url).timeout(timeout).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return DeadlineCall.within(timeout.multipliedBy(2), () -> answer(request.build(), read));
        } catch (ConnectException | HttpConnectTimeoutException away) {
            return new Answer.NotNow(said(away));
        } catch (HttpTimeoutException | java.util.concurrent.TimeoutException late) {
            return new Answer.Unsure(said(late), java.util.List.of());
        } catch (IOException broken) {
            return new Answer.NotNow(said(broken));
        } catch (Exception failed) {
            return new Answer.NotNow(said(failed));
        }
    }

    private static Answer answer(HttpRequest request, Function<String, Answer> read) throws Exception {
        var response = Client.SHARED.send(request, HttpResponse.BodyHandlers.ofInputStream());
        String text;
        try (var stream = response.body()) {
            text = new String(stream.readNBytes(MOST_ANSWER), StandardCharsets.UTF_8);
        }
        var status = response.statusCode();
        if (status / 100 == 2) {
            return read.apply(text);
        }
        var said = Answer.shortened("HTTP " + status + " " + text);
        return status / 100 == 4 && status != 408 && status != 429 ? new Answer.Refused(said) : new Answer.NotNow(said);
    }

    private static String said(Exception failure) {
        return Answer.shortened(failure.getClass().getSimpleName() + " " + failure.getMessage());
    }
}
