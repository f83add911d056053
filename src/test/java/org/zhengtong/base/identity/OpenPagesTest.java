package org.zhengtong.base.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.Visitor;

@PlatformTest
class OpenPagesTest {

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @Test
    void a_public_page_opens_no_session_and_carries_the_protecting_headers() throws Exception {
        var before = sessions();

        var answer = get("/registration/citizen");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("ZTSESSION"));
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void everything_not_declared_public_asks_to_sign_in_and_remembers_where_to() throws Exception {
        var answer = get("/staff/roles?name=%E5%AD%99");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/sign-in?next=%2Fstaff%2Froles%3Fname%3D%25E5%25AD%2599");
        assertThat(get("/whatever").statusCode()).isEqualTo(303);
    }

    @Test
    void the_pages_of_staff_are_closed_to_citizens() {
        var wang = Visitor.at(port).signedInAs("王海燕");

        assertThat(wang.open("/staff/roles").status()).isEqualTo(403);
    }

    @Test
    void a_session_gets_a_new_number_at_every_sign_in_and_its_cookie_is_out_of_reach_of_scripts() throws Exception {
        var visitor = Visitor.at(port).signedInAs("王海燕");
        var first = jdbc.sql("select session_id from identity.session order by creation_time desc limit 1")
                .query(String.class)
                .single();

        visitor.signedInAs("王海燕");

        assertThat(jdbc.sql("select count(*) from identity.session where session_id = :id")
                        .param("id", first)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void signing_out_ends_the_session() {
        var wang = Visitor.at(port).signedInAs("王海燕");
        wang.open("/account").press("退出");

        assertThat(wang.open("/account").path()).isEqualTo("/sign-in");
    }

    @Test
    void signing_in_never_leads_to_another_site() {
        for (var next :
                new String[] {"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"}) {
            var page = Visitor.at(port)
                    .open("/sign-in?next=" + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8));

            assertThat(page.value("next")).isEmpty();
        }
        var signedIn = Visitor.at(port).open("/account").form("进入：王海燕").submit();
        assertThat(signedIn.path()).isEqualTo("/account");
    }

    @Test
    void a_form_from_another_site_is_refused_and_not_kept() throws Exception {
        var kept = jdbc.sql("select count(*) from identity.pending_post")
                .query(Long.class)
                .single();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/staff/notes"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://evil.example")
                .POST(HttpRequest.BodyPublishers.ofString("text=evil"))
                .build();

        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(jdbc.sql("select count(*) from identity.pending_post")
                        .query(Long.class)
                        .single())
                .isEqualTo(kept);
    }

    @Test
    void one_can_see_and_end_ones_own_sessions() {
        var here = Visitor.at(port).signedInAs("陈立");
        var there = Visitor.at(port).signedInAs("陈立");

        var ended = here.open("/account/sessions").press("退出别处的全部登录");

        assertThat(ended.text()).contains("已经退出");
        assertThat(there.open("/account").path()).isEqualTo("/sign-in");
        assertThat(here.open("/account").path()).isEqualTo("/account");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        BodyHandlers.ofString());
    }

    private long sessions() {
        return jdbc.sql("select count(*) from identity.session")
                .query(Long.class)
                .single();
    }
}
