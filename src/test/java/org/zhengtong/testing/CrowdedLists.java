package org.zhengtong.testing;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.service.casework.TaskId;

/**
 * With {@code -Dzhengtong.crowded=true}, all tests of the shared platform begin with hundreds of cases, tasks, drafts, licences
 * and messages of earlier and later days: a test that finds its own only because it ran early fails then, always.
 */
class CrowdedLists implements BeforeAllCallback {

    private static final List<String> DAYS =
            List.of("2026-02-03T10:00", "2026-03-02T10:00", "2026-04-07T10:00", "2026-06-03T10:00");
    private static final int A_DAY = 40;

    /** A list of drafts shows fifty at most. */
    private static final int DRAFTS = 8;

    private static final AtomicBoolean CROWDED = new AtomicBoolean(!Boolean.getBoolean("zhengtong.crowded"));

    @Override
    public void beforeAll(ExtensionContext context) {
        if (CROWDED.compareAndSet(false, true)) {
            var platform = SpringExtension.getApplicationContext(context);
            for (var day : DAYS) {
                platform.getBean(SettableClock.class).set(day);
                crowd(platform);
            }
        }
    }

    private static void crowd(ApplicationContext platform) {
        var cast = CaseworkFixtures.of(platform);
        var cases = platform.getBean(Cases.class);
        var reading = platform.getBean(CaseReading.class);
        for (var each = 0; each < A_DAY; each++) {
            if (each < DRAFTS) {
                cast.draft();
            }
            cast.filed();
            reading.open(cast.accepted(), cast.sunJingAtTheWindow());
            var done = cast.accepted();
            var deciders =
                    List.of(cast.liuSiyuanOfMarketRegulation(), cast.liWenOfTaxation(), cast.chenLiOfHumanResources());
            for (var lane = 0; lane < deciders.size(); lane++) {
                cases.decide(new TaskId(done, lane + 2), new Decision.Granted("材料齐全，准予登记。"), deciders.get(lane));
            }
        }
    }
}
