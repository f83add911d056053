package org.zhengtong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.zhengtong.journey.HostileAddresses.Page;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;
import org.zhengtong.testing.Visitor;

/**
 * Whatever stands in an address, a field, a header or a cookie: no answer blames the platform, none shows its inside, and a reader
 * gets a page of the platform. New pages are covered by themselves.
 */
@PlatformTest
class HostileRequestsTest {
    private static final List<String> PEOPLE = List.of("", "王海燕", "孙静", "刘思远", "赵宁", "周敏", "何平", "邱岚", "宋立言");
    private static final Pattern INSIDE = Pattern.compile(
            "\\tat [a-z]+\\.|Exception|Whitelabel|Apache Tomcat|HTTP Status [0-9]|org\\.springframework|select .* from ");
    /** Who tries too often has to wait; that is not to be whoever comes in the tests that follow. */
    private static final String ELSEWHERE = "198.51.100.77";
    /** Ends the session that is used here. */
    private static final Set<String> ENDS_SESSIONS = Set.of("/sign-out");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final List<String> findings = new ArrayList<>();
    private int asked;

    @BeforeEach
    void several_people_are_signed_in() {
        clock.set(SettableClock.MONDAY_TEN);
        for (var name : PEOPLE) {
            var visitor = name.isEmpty() ? Visitor.at(port) : Visitor.at(port).signedInAs(name);
            tokens.put(
                    name, visitor.open(name.isEmpty() ? "/sign-in" : "/account").value("_csrf"));
            cookies.put(name, visitor.cookieHeader());
        }
    }

    @Test
    void pages_answer_whatever_stands_in_their_addresses() {
        for (var page : HostileAddresses.pages(mappings, RequestMethod.GET)) {
            var who = new Reader(page);
            for (var value : HostileAddresses.values(page)) {
                if (page.hasPlaces()) {
                    who.get(page.with(value));
                }
                if (!page.names().isEmpty()) {
                    who.get(page.withThingsThatAreThere() + "?" + page.fields(value));
                }
            }
        }
        assertThat(asked).isGreaterThan(1_500);
        assertThat(findings).isEmpty();
    }

    @Test
    void forms_answer_whatever_stands_in_their_fields() {
        for (var page : HostileAddresses.pages(mappings, RequestMethod.POST)) {
            if (ENDS_SESSIONS.contains(page.pattern())) {
                continue;
            }
            var who = new Reader(page);
            for (var value : HostileAddresses.values(page)) {
                // what is there already is not to be changed by those who may
                if (page.hasPlaces()
                        || !page.names().isEmpty() && !page.pattern().startsWith("/staff")) {
                    who.post(page.with(value), page.fields(value));
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    /** Goes on with the next person when a page is not for this one. */
    private final class Reader {
        private final List<String> people;
        private int person;

        Reader(Page page) {
            people = page.pattern().startsWith("/staff") ? PEOPLE.subList(2, PEOPLE.size()) : PEOPLE;
        }

        void get(String address) {
            for (var answer = send(address, null); isRefused(answer) && person < people.size() - 1; ) {
                person++;
                answer = send(address, null);
            }
        }

        void post(String address, String fields) {
            for (var answer = send(address, fields); isRefused(answer) && person < people.size() - 1; ) {
                person++;
                answer = send(address, fields);
            }
        }

        private int send(String address, String fields) {
            var name = people.get(person);
            return check(name, address, fields == null ? null : fields + "&_csrf=" + tokens.get(name));
        }
    }

    private static boolean isRefused(int status) {
        return status == 403 || status == 302;
    }

    private int check(String name, String address, String fields) {
        asked++;
        try {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                    .timeout(Duration.ofSeconds(20))
                    .header("Accept", "text/html")
                    .header("X-Forwarded-For", ELSEWHERE)
                    .header("Cookie", cookies.getOrDefault(name, "") + "; zt-lang=%00; zt-theme=' or 1; zt-=x");
            var answer = client.send(
                    fields == null
                            ? request.build()
                            : request.header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString(fields))
                                    .build(),
                    BodyHandlers.ofString(StandardCharsets.UTF_8));
            judge((fields == null ? "GET " : "POST ") + address + (fields == null ? "" : " " + fields), answer);
            return answer.statusCode();
        } catch (IOException broken) {
            findings.add(shortened(name + " " + address + " " + broken));
            return 0;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private void judge(String what, HttpResponse<String> answer) {
        var body = answer.body();
        var html = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
        if (answer.statusCode() >= 500) {
            findings.add(answer.statusCode() + " " + shortened(what));
        } else if (html && INSIDE.matcher(body).find()) {
            findings.add("shows its inside: " + shortened(what));
        } else if (html && answer.statusCode() >= 400 && !body.contains("class=\"zt-")) {
            findings.add("no page of ours: " + answer.statusCode() + " " + shortened(what));
        }
    }

    private static String shortened(String text) {
        return text.length() > 160 ? text.substring(0, 160) + "…" : text;
    }

    @Test
    void headers_and_request_lines_that_no_browser_sends_are_answered() throws IOException {
        for (var head : List.of(
                "GET / HTTP/1.1\r\nHost: localhost\r\nCookie: zt-lang=\u0001; ZTSESSION=%00; ZTLAST=1.%ff; =; a\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: ::ffff:192.0.2.1, x, \r\nX-Forwarded-Proto: ftp\r\n",
                "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Host: evil:99999999\r\nX-Forwarded-Port: abc\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nAccept-Language: " + "zh,".repeat(800) + "\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nAccept: */*;q=x,,;\r\nRange: bytes=9-1\r\nIf-None-Match: \"\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(20_000) + "\r\n",
                "GET /items?q={}|\" HTTP/1.1\r\nHost: localhost\r\n",
                "GET /items?q=\u0000 HTTP/1.1\r\nHost: localhost\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n",
                "GET /items%2f..%2f..%2fetc HTTP/1.1\r\nHost: localhost\r\n",
                "GET //items/;x=1/..;/ HTTP/1.1\r\nHost: localhost\r\n",
                "BREW / HTTP/1.1\r\nHost: localhost\r\n",
                "TRACE / HTTP/1.1\r\nHost: localhost\r\n",
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/;;\r\nContent-Length: 3\r\n",
                "POST /signed-files HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data\r\nContent-Length: 3\r\n",
                "POST /signed-files HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 3\r\n",
                "POST /trust/ocsp HTTP/1.1\r\nHost: localhost\r\nContent-Type: \r\nContent-Length: 3\r\n",
                "POST /notice/receipts/sms HTTP/1.1\r\nHost: localhost\r\nX-Zhengtong-Timestamp: \u00ff\r\nContent-Length: 3\r\n",
                "GET /oauth2/authorize?response_type=%00&client_id[]=1&redirect_uri=%ff&scope=&state=%0d%0a HTTP/1.1\r\nHost: localhost\r\n",
                "POST /oauth2/token HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic %%%\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n",
                "GET /userinfo HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + "a.".repeat(400) + "\r\n")) {
            var answer = raw(head + "Accept: text/html\r\nConnection: close\r\n\r\na=b");
            var status = answer.length() > 12 ? answer.substring(9, 12) : answer;
            if (!status.matches("[1-4][0-9]{2}|501")) {
                findings.add(status + " " + shortened(head));
            } else if (INSIDE.matcher(answer).find()) {
                findings.add("shows its inside: " + shortened(head) + "\n"
                        + answer.lines().limit(20).toList());
            }
        }
        assertThat(findings).isEmpty();
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
