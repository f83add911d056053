package org.zhengtong.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.service.casework.Channel;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.service.casework.Drafts;
import org.zhengtong.service.casework.FilingOutcome;
import org.zhengtong.service.casework.SupplementItem;
import org.zhengtong.service.casework.TaskId;
import org.zhengtong.service.casework.TaskState;

/**
 * One applicant and his clerks, at work without a pause; cases left over from before the kill come first. He has at most
 * one licence outstanding: a queue of hundreds would make the end of the test long and prove nothing more.
 */
final class ApplicationStream implements Runnable {

    private static final String REMEDIES = "六十日内申请行政复议，六个月内提起行政诉讼。";
    private static final List<SupplementItem> ITEMS =
            List.of(new SupplementItem("/materials/premises", "住所文件", "请补租赁合同的第二页"));

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Acknowledgements acknowledged;
    private final Queue<CaseNumber> leftOver;
    private final Consumer<String> faults;
    private final CaseworkFixtures fixtures;
    private final Drafts drafts;
    private final Cases cases;
    private final CaseReading reading;
    private final CurrentUser applicant;
    private final CurrentUser clerk;
    private final List<CurrentUser> examiners;

    ApplicationStream(
            ApplicationContext platform,
            Acknowledgements acknowledged,
            Queue<CaseNumber> leftOver,
            Consumer<String> faults) {
        this.acknowledged = acknowledged;
        this.leftOver = leftOver;
        this.faults = faults;
        fixtures = CaseworkFixtures.of(platform);
        drafts = platform.getBean(Drafts.class);
        cases = platform.getBean(Cases.class);
        reading = platform.getBean(CaseReading.class);
        applicant = fixtures.wangHaiyan();
        clerk = fixtures.sunJingAtTheWindow();
        examiners = List.of(
                fixtures.liuSiyuanOfMarketRegulation(), fixtures.liWenOfTaxation(), fixtures.chenLiOfHumanResources());
    }

    @Override
    public void run() {
        try {
            for (var number = leftOver.poll(); number != null; number = leftOver.poll()) {
                goOn(number);
            }
            while (true) {
                var number = file();
                goOn(number);
                awaitLicense(number);
            }
        } catch (RuntimeException | InterruptedException e) {
            faults.accept(e.toString());
        }
    }

    private void awaitLicense(CaseNumber number) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (reading.requireFile(number).state() == CaseState.GRANTED && System.nanoTime() < end) {
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    private static boolean chance(int percent) {
        return ThreadLocalRandom.current().nextInt(100) < percent;
    }

    private CaseNumber file() {
        var id = drafts.create(
                new Drafts.Start(CaseworkFixtures.COMPANY_ESTABLISHMENT, CaseworkFixtures.JINAN, Channel.ONLINE, null),
                applicant);
        acknowledged.add("created", id.value());
        var draft = drafts.find(id, applicant).orElseThrow();
        var saved = drafts.save(id, draft.version(), fixtures.answers(draft), applicant);
        acknowledged.add("saved", id.value(), ((Drafts.SaveOutcome.Saved) saved).version());
        var number = ((FilingOutcome.Filed) cases.file(id, applicant)).number();
        acknowledged.add("filed", number, id.value());
        if (chance(10) && !cases.file(id, applicant).equals(again(number, id))) {
            throw new IllegalStateException("Filed twice: " + number);
        }
        return number;
    }

    private FilingOutcome again(CaseNumber number, org.zhengtong.service.casework.DraftId id) {
        var at = reading.requireFile(number).filedAt();
        return new FilingOutcome.Filed(number, at, true);
    }

    /** Does what is left to do, from whatever state the case is in. */
    private void goOn(CaseNumber number) {
        var state = reading.requireFile(number).state();
        if (state == CaseState.FILED && chance(12) && neverSupplemented(number)) {
            done("supplement-requested", number, cases.requestSupplement(number, ITEMS, clerk));
            state = CaseState.SUPPLEMENTING;
        }
        if (state == CaseState.SUPPLEMENTING) {
            var answers = reading.openMine(number, applicant).answers();
            if (!(cases.supplement(number, answers, applicant) instanceof Cases.SupplementOutcome.Supplemented)) {
                throw new IllegalStateException("Not supplemented: " + number);
            }
            acknowledged.add("supplemented", number);
            state = CaseState.FILED;
        }
        if (chance(8)) {
            done("withdrawn", number, cases.withdraw(number, "改了主意", applicant));
            return;
        }
        if (state == CaseState.FILED) {
            done("accepted", number, cases.accept(number, null, clerk));
        }
        decide(number);
    }

    private boolean neverSupplemented(CaseNumber number) {
        return reading.openMine(number, applicant).supplements().isEmpty();
    }

    private void decide(CaseNumber number) {
        var lanes = reading.openMine(number, applicant).lanes();
        var places = new ArrayList<>(List.of(0, 1, 2));
        Collections.shuffle(places);
        for (var place : places) {
            var lane = lanes.get(place);
            if (lane.task() != null && lane.state() == TaskState.OPEN) {
                if (decide(number, lane, lane.task(), examiners.get(place)) != CaseState.ACCEPTED) {
                    return;
                }
            }
        }
    }

    private CaseState decide(CaseNumber number, CaseView.Lane lane, TaskId task, CurrentUser examiner) {
        var denied = lane.lead() && chance(8);
        var decision =
                denied ? new Decision.Denied("不予登记", "住所文件与申请的住所不一致，不符合条件。", REMEDIES) : new Decision.Granted("准予登记。");
        var outcome = cases.decide(task, decision, examiner);
        return done("decided", number, outcome, task.serial(), denied ? "denied" : "granted");
    }

    private CaseState done(String what, CaseNumber number, CaseOutcome outcome, Object... more) {
        if (outcome instanceof CaseOutcome.Done done) {
            acknowledged.add(what, number, more);
            return done.state();
        }
        throw new IllegalStateException(what + " " + number + ": " + outcome);
    }
}
