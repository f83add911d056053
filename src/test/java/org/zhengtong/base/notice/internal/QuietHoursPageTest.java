package org.zhengtong.base.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.Visitor;

/** Everybody chooses the hours in which nothing rings; administrators see how many old records a job took away. */
@PlatformTest
class QuietHoursPageTest {

    @LocalServerPort
    private int port;

    @Test
    void hours_of_ones_own_are_kept_and_given_back() {
        var page = Visitor.at(port).signedInAs("王海燕").open("/account/reminders");
        assertThat(page.text()).contains("按平台的：22:00 到 07:00");

        var own = page.form("保存")
                .fill("quiet", "own")
                .fill("quietFrom", "12:00")
                .fill("quietUntil", "14:30")
                .submit();
        assertThat(own.value("quietFrom")).isEqualTo("12:00");
        assertThat(own.html().select("#quiet-own").hasAttr("checked")).isTrue();

        var usual = own.form("保存").fill("quiet", "usual").submit();
        assertThat(usual.html().select("#quiet-usual").hasAttr("checked")).isTrue();
        assertThat(usual.value("quietFrom")).isEqualTo("22:00");
    }

    @Test
    void hours_that_are_none_come_back_beside_their_field() {
        var page = Visitor.at(port).signedInAs("王海燕").open("/account/reminders");

        var wrong = page.form("保存").fill("quiet", "own").fill("quietFrom", "").submit();

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.errorAt("quietFrom")).contains("从几点到几点");
    }

    @Test
    void the_jobs_that_clear_up_stand_among_the_others() {
        assertThat(Visitor.at(port)
                        .signedInAs("何平")
                        .open("/staff/jobs/schedules")
                        .text())
                .contains("清除旧的发送记录", "清除旧的任务记录");
    }
}
