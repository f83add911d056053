package org.zhengtong.base.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.apache.catalina.valves.RemoteIpValve;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.Visitor;

/** Where a request comes from is what counts failures and stands in the log: only a proxy named in the settings may say it for others. */
@PlatformTest
class ForwardedAddressTest {

    @Autowired
    private ServletWebServerApplicationContext platform;

    @Value("${server.tomcat.remoteip.internal-proxies}")
    private String trusted;

    @LocalServerPort
    private int port;

    @Test
    void the_trusted_proxy_on_this_machine_is_believed() throws Exception {
        var seen = sessionsSeen("127.0.0.1", "198.51.100.77, 203.0.113.10");

        assertThat(seen).contains("203.0.113.10").doesNotContain("198.51.100.77");
    }

    @Test
    void anybody_else_is_not_believed() throws Exception {
        assumeThat(System.getProperty("os.name"))
                .as("only Linux has all of 127/8")
                .isEqualTo("Linux");

        var seen = sessionsSeen("127.0.0.2", "203.0.113.11");

        assertThat(seen).contains("127.0.0.2").doesNotContain("203.0.113.11");
    }

    /** Signs in from an address of this machine, says it comes from elsewhere, and gives the page of one's own sessions. */
    private String sessionsSeen(String from, String forwardedFor) throws Exception {
        var visitor = Visitor.at(port);
        var page = visitor.open("/sign-in");
        var form = page.html().select("form:contains(王海燕)").first();
        try (var client = HttpClient.newBuilder()
                .localAddress(InetAddress.ofLiteral(from))
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            var signIn = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sign-in/demo"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Cookie", visitor.cookieHeader())
                    .header("X-Forwarded-For", forwardedFor)
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "_csrf=" + form.select("[name=_csrf]").val() + "&account="
                                    + form.select("[name=account]").val()))
                    .build();
            var session = client.send(signIn, BodyHandlers.ofString()).headers().allValues("Set-Cookie").stream()
                    .filter(cookie -> cookie.startsWith("ZTSESSION"))
                    .findFirst()
                    .orElseThrow()
                    .replaceFirst(";.*", "");
            var sessions = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/account/sessions"))
                    .header("Cookie", session)
                    .build();
            var seen =
                    Jsoup.parse(client.send(sessions, BodyHandlers.ofString()).body());
            return seen.select(".session-row:has(b)").text();
        }
    }

    @Test
    void the_setting_reaches_the_server_and_trusts_this_machine_alone() {
        var valves = ((TomcatWebServer) platform.getWebServer())
                .getTomcat()
                .getEngine()
                .getPipeline()
                .getValves();

        assertThat(valves)
                .filteredOn(RemoteIpValve.class::isInstance)
                .singleElement()
                .satisfies(valve ->
                        assertThat(((RemoteIpValve) valve).getInternalProxies()).isEqualTo(trusted));
        assertThat("127.0.0.1").matches(trusted);
        assertThat("10.0.0.7").doesNotMatch(trusted);
        assertThat("192.168.1.7").doesNotMatch(trusted);
        assertThat("127.0.0.12").doesNotMatch(trusted);
    }
}
