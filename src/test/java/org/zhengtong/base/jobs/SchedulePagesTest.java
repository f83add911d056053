package org.zhengtong.base.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.Visitor;

/** An administrator changes when a job runs; a wrong time comes back with its fault beside the field. */
@PlatformTest
class SchedulePagesTest {

    @LocalServerPort
    private int port;

    @Test
    void a_job_is_moved_to_every_working_day_and_back() {
        var he = Visitor.at(port).signedInAs("何平");
        var list = he.open("/staff/jobs/schedules");
        assertThat(list.text()).contains("发出邮件");

        var page = he.open("/staff/jobs/schedules/notice.mail");
        var changed =
                page.form("保存").fill("kind", "working-days").fill("at", "08:30").submit();
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text()).contains("每个工作日 08:30", "3月3日（星期二） 08:30");

        var restored = changed.press("恢复程序原来的时间");
        assertThat(restored.text()).contains("每隔");
    }

    @Test
    void what_cannot_be_a_schedule_is_refused_beside_its_field() {
        var he = Visitor.at(port).signedInAs("何平");
        var page = he.open("/staff/jobs/schedules/notice.mail");

        var wrong = page.form("保存")
                .fill("kind", "cron")
                .fill("cron", "0 0 0 30 2 *")
                .submit();
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.errorAt("cron")).contains("2月30日");
        assertThat(wrong.value("cron")).isEqualTo("0 0 0 30 2 *");

        assertThat(he.open("/staff/jobs/schedules/no.such_job").status()).isEqualTo(404);
    }

    @Test
    void who_has_no_right_sees_neither_jobs_nor_their_errors() {
        var sun = Visitor.at(port).signedInAs("孙静");

        assertThat(sun.open("/staff/jobs").status()).isEqualTo(403);
        assertThat(sun.open("/staff/jobs/schedules").status()).isEqualTo(403);
    }
}
