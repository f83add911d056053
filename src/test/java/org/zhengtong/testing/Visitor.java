package org.zhengtong.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person with a browser without scripts: keeps cookies, follows redirects, fills in the forms of the pages it sees.
 *
 * <p>{@code var wang = Visitor.at(port).signedInAs("王海燕"); wang.open("/my/cases").press("…")}
 */
public final class Visitor {

    private static final int MOST_REDIRECTS = 8;

    private final int port;
    private final CookieManager cookies;
    private final HttpClient browser;

    private Visitor(int port, CookieManager cookies) {
        this.port = port;
        this.cookies = cookies;
        this.browser = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** Somebody who has not signed in, at the platform on this port. */
    public static Visitor at(int port) {
        return new Visitor(port, new CookieManager(null, CookiePolicy.ACCEPT_ALL));
    }

    /** The same person with the same cookies at another instance, as behind a load balancer. */
    public Visitor movedTo(int port) {
        return new Visitor(port, cookies);
    }

    /** Signs in as one of the demonstration's people, by the button that bears the name. */
    public Visitor signedInAs(String name) {
        var seen = open("/sign-in");
        var button = seen.html().select("form button").stream()
                .filter(each -> each.text().contains(name) || formText(each).contains(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody called " + name + " on\n" + seen.text()));
        seen.formOf(button).submit();
        return this;
    }

    private static String formText(org.jsoup.nodes.Element button) {
        var form = button.closest("form");
        return form == null ? "" : form.text();
    }

    /** Opens an address of the platform and follows redirects. */
    public SeenPage open(String path) {
        return send(HttpRequest.newBuilder(address(path)).GET());
    }

    /** Posts fields to an address without looking at any form, as a program would; brings no token of its own. */
    public SeenPage post(String path, Map<String, String> fields) {
        return postText(path, encoded(fields));
    }

    /** Posts fields that are written out already, where one name stands several times. */
    public SeenPage postText(String path, String fields) {
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    /** The cookies as a request's header holds them, for requests no browser would send. */
    public String cookieHeader() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Loses all cookies, as after the end of a session. */
    public Visitor forgotten() {
        cookies.getCookieStore().removeAll();
        return this;
    }

    URI address(String path) {
        return path.startsWith("http") ? URI.create(path) : URI.create("http://localhost:" + port + path);
    }

    SeenPage send(URI address, String contentType, BodyPublisher body) {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", contentType)
                .POST(body));
    }

    private SeenPage send(HttpRequest.Builder first) {
        var request = first.header("Accept", "text/html").build();
        for (var turn = 0; turn < MOST_REDIRECTS; turn++) {
            var answer = exchange(request);
            var location = target(answer);
            if (location == null) {
                return SeenPage.of(this, answer);
            }
            request = HttpRequest.newBuilder(location)
                    .header("Accept", "text/html")
                    .build();
        }
        throw new AssertionError("Sent in a circle at " + request.uri());
    }

    private static @Nullable URI target(HttpResponse<byte[]> answer) {
        return answer.statusCode() / 100 == 3
                ? answer.headers()
                        .firstValue("Location")
                        .map(answer.uri()::resolve)
                        .orElse(null)
                : null;
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return browser.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(request.uri().toString(), failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> SeenForm.encode(field.getKey()) + "=" + SeenForm.encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }
}
