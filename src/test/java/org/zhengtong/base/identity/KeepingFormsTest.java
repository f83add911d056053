package org.zhengtong.base.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;
import org.zhengtong.testing.Visitor;

@PlatformTest
class KeepingFormsTest {
    private static final String KEPT = "您刚才填的内容还在";

    @Autowired
    private PendingPosts posts;

    @Autowired
    private IdentityFixtures people;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @BeforeEach
    void it_is_monday() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void a_form_sent_after_the_end_of_the_session_is_offered_again_after_signing_in() {
        var zhou = Visitor.at(port).signedInAs("周敏");
        var form = zhou.open("/account/sessions");
        assertThat(form.status()).isEqualTo(200);
        jdbc.sql("delete from identity.session").update();

        var signIn = zhou.post("/staff/notes?about=case", Map.of("text", "写了很久的意见 <b>&", "password", "secret"));
        assertThat(signIn.path()).isEqualTo("/sign-in");
        assertThat(signIn.text()).contains("您刚才填的内容已经留住了");

        var offered = signIn.form("进入：周敏").submit();
        assertThat(offered.heading()).isEqualTo(KEPT);
        assertThat(offered.value("text")).isEqualTo("写了很久的意见 <b>&");
        assertThat(offered.html().select("[name=password]")).isEmpty();
        assertThat(offered.html().select("main form").first().attr("action")).isEqualTo("/staff/notes?about=case");
    }

    @Test
    void nobody_else_sees_it_who_signs_in_at_the_same_browser() {
        var zhou = Visitor.at(port).signedInAs("周敏");
        jdbc.sql("delete from identity.session").update();
        var signIn = zhou.post("/staff/notes", Map.of("text", "周敏的意见"));

        var other = signIn.form("进入：孙静").submit();

        assertThat(other.text()).doesNotContain("周敏的意见");
        assertThat(zhou.open("/pending-posts").heading()).isEqualTo("没有留住的内容");
    }

    @Test
    void a_stale_token_of_somebody_signed_in_loses_nothing_either() {
        var zhou = Visitor.at(port).signedInAs("周敏");

        var offered = zhou.post("/staff/notes", Map.of("text", "意见", "_csrf", "stale"));

        assertThat(offered.path()).isEqualTo("/pending-posts");
        assertThat(offered.value("text")).isEqualTo("意见");
    }

    @Test
    void a_form_taken_on_the_second_try_is_forgotten() {
        var zhou = Visitor.at(port).signedInAs("周敏");
        zhou.post("/account/sessions/others/end", Map.of());
        var offered = zhou.post("/staff/roles/nothing", Map.of("text", "意见"));
        assertThat(offered.heading()).isEqualTo(KEPT);

        var removed = offered.press("不要了");

        assertThat(removed.heading()).isEqualTo("没有留住的内容");
    }

    @Test
    void keeps_for_thirty_minutes_and_for_its_owner_alone() {
        var owner = people.citizen("乔安", people.freshCitizenNumber(), "quiet river 27");
        var other = people.citizen("乔平", people.freshCitizenNumber(), "quiet river 28");
        var post = new PendingPost("/drafts/1", Map.of("name", List.of("一", "二")), true);

        var secret = posts.keep(post, owner).orElseThrow();

        assertThat(posts.find(List.of(secret), other)).isEmpty();
        assertThat(posts.find(List.of(secret), null)).isEmpty();
        assertThat(posts.find(List.of(secret), owner))
                .extracting(KeptPost::post)
                .containsExactly(post);
        assertThat(people.everythingStored()).doesNotContain("/drafts/1");
        clock.advance(Duration.ofMinutes(30));
        assertThat(posts.find(List.of(secret), owner)).isEmpty();
    }

    @Test
    void what_nobody_owns_belongs_to_the_first_who_signs_in_with_its_secret() {
        var first = people.citizen("乔一", people.freshCitizenNumber(), "quiet river 27");
        var second = people.citizen("乔二", people.freshCitizenNumber(), "quiet river 28");
        var secret = posts.keep(new PendingPost("/a", Map.of(), false), null).orElseThrow();

        assertThat(posts.find(List.of(secret), first)).hasSize(1);
        assertThat(posts.find(List.of(secret), second)).isEmpty();
    }

    @Test
    void refuses_what_is_too_big_to_keep() {
        var post = new PendingPost("/a", Map.of("text", List.of("长".repeat(600_000))), false);

        assertThat(posts.keep(post, null)).isEmpty();
    }
}
