package org.zhengtong.base.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.Visitor;

/** The pages around messages: my reminders, sent messages, texts, gateways. */
@PlatformTest
class NoticePagesTest {

    private static final String CODE = "feedback.notice.complaint_ACCEPTED";

    @Autowired
    private Notices notices;

    @Autowired
    private ApplicationContext platform;

    @LocalServerPort
    private int port;

    @Test
    void a_text_is_tried_checked_published_and_set_back() {
        var he = Visitor.at(port).signedInAs("何平");
        assertThat(he.open("/staff/message-templates?text=投诉").text()).contains("您的投诉已受理");

        var page = he.open("/staff/message-templates/" + CODE);
        var wrong = page.form("存为草稿").fill("bodyZh", "投诉 {0} 已受理，{7}。").submit();
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.errorAt("bodyZh")).contains("{7}");
        assertThat(wrong.value("bodyZh")).isEqualTo("投诉 {0} 已受理，{7}。");

        var tried = page.form("看看效果").fill("bodyZh", "收到投诉 {0}。").submit();
        assertThat(tried.text()).contains("收到投诉 示例0。");

        var saved = page.form("存为草稿").fill("bodyZh", "收到投诉 {0}。").submit();
        assertThat(saved.text()).contains("草稿已经保存");
        assertThat(he.open("/staff/message-templates?text=投诉").text()).doesNotContain("收到投诉 …。");
        assertThat(saved.press("发布草稿").text()).contains("已经发布");
        assertThat(he.open("/staff/message-templates?text=投诉").text()).contains("收到投诉 …。", "第 1 版");

        assertThat(he.open("/staff/message-templates/" + CODE)
                        .press("恢复程序自带的文字")
                        .text())
                .contains("已经恢复");
        assertThat(he.open("/staff/message-templates/no.such_text").status()).isEqualTo(404);
    }

    @Test
    void sent_messages_are_found_without_showing_whole_addresses() {
        var outbox = OutboxFixtures.of(platform);
        var reader = outbox.reader(Channel.MAIL, Channel.SMS);
        notices.send(Notice.to(reader, CODE, "C-1"));
        outbox.spreading().spread();
        var he = Visitor.at(port).signedInAs("何平");

        var page = he.open("/staff/deliveries?channel=SMS&text=" + OutboxFixtures.address(reader, Channel.SMS));
        assertThat(page.text()).contains("您的投诉已受理", "等待发出").doesNotContain(OutboxFixtures.address(reader, Channel.SMS));
        assertThat(page.follow("您的投诉已受理").text()).contains("经过", "短信");
        var csv = new String(
                he.open("/staff/deliveries.csv?text=" + OutboxFixtures.address(reader, Channel.MAIL))
                        .bytes(),
                StandardCharsets.UTF_8);
        assertThat(csv).contains("r***@example.cn").doesNotContain("reader");
        assertThat(he.open("/staff/deliveries/999999999").status()).isEqualTo(404);
        assertThat(he.open("/staff/mails").path()).isEqualTo("/staff/deliveries");
    }

    @Test
    void gateways_say_what_is_missing_and_refuse_a_test_without_one() {
        var he = Visitor.at(port).signedInAs("何平");

        var page = he.open("/staff/message-gateways");

        assertThat(page.text()).contains("没有设置", "zhengtong.mail.host", "zhengtong.sms.smpp.password");
        assertThat(page.html().select("form[action$=test]")).isEmpty();
    }

    @Test
    void the_pages_of_the_outbox_are_for_those_who_look_after_it() {
        var sun = Visitor.at(port).signedInAs("孙静");

        for (var path : List.of("/staff/deliveries", "/staff/message-templates", "/staff/message-gateways")) {
            assertThat(sun.open(path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void everybody_has_a_page_of_reminders_which_says_what_is_not_open() {
        var wang = Visitor.at(port).signedInAs("王海燕");
        var page = wang.open("/account/reminders");

        assertThat(page.heading()).isEqualTo("我的提醒方式");
        assertThat(page.text()).contains("本站还没有开通这种方式");
        assertThat(page.form("保存").fill("language", "en").submit().text()).contains("已经保存");
        wang.open("/account/reminders").form("保存").fill("language", "zh").submit();
        var sun = Visitor.at(port).signedInAs("孙静").open("/account/reminders");
        assertThat(sun.text()).contains("没有确认时转给谁");
    }
}
