package org.zhengtong.base.jobs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.jobs.WorkRequest;
import org.zhengtong.base.jobs.WorkState;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.Visitor;

/** Work that failed says why on its page, and can be tried again from there. */
@PlatformTest
class FailedWorkPageTest {

    @Autowired
    private Jobs jobs;

    @Autowired
    private LongWorkRunner runner;

    @LocalServerPort
    private int port;

    @Test
    void failed_work_shows_its_reason_and_can_be_tried_again() {
        var id = jobs.start(new WorkRequest("test.nobody_does_this", JobNote.of("jobs.title"), "", "何平"));
        runner.run(id);
        var he = Visitor.at(port).signedInAs("何平");

        var page = he.open("/staff/jobs/" + id.value());
        assertThat(page.text()).contains("没跑成", "失败记录", "No room does this kind of work");
        page.press("再做一次");

        assertThat(jobs.find(id).orElseThrow().state()).isEqualTo(WorkState.WAITING);
        var list = new String(
                he.open("/staff/jobs/works.csv?state=WAITING").bytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(list).contains("等待开始");
        jobs.cancel(id, org.zhengtong.base.audit.Actor.system("test"));
    }
}
