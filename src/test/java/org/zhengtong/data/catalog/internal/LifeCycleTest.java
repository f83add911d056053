package org.zhengtong.data.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengtong.data.catalog.internal.CatalogRoom.sheet;
import static org.zhengtong.data.catalog.internal.Fakes.BOTH;
import static org.zhengtong.data.catalog.internal.Fakes.HAN;
import static org.zhengtong.data.catalog.internal.Fakes.MARKET;
import static org.zhengtong.data.catalog.internal.Fakes.YU;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.catalog.CatalogDesk;
import org.zhengtong.data.catalog.CatalogDraft;
import org.zhengtong.data.catalog.CatalogReading.Difference;
import org.zhengtong.data.catalog.CatalogRule;
import org.zhengtong.data.catalog.LifeCycleOutcome.Filed;
import org.zhengtong.data.catalog.LifeCycleOutcome.NotNow;
import org.zhengtong.data.catalog.LifeCycleOutcome.Overtaken;
import org.zhengtong.data.catalog.LifeCycleOutcome.OwnWork;
import org.zhengtong.data.catalog.LifeCycleOutcome.Published;
import org.zhengtong.data.catalog.LifeCycleOutcome.Refused;
import org.zhengtong.data.catalog.LifeCycleOutcome.Retired;
import org.zhengtong.data.catalog.LifeCycleOutcome.Reviewed;
import org.zhengtong.data.catalog.LifeCycleOutcome.Saved;
import org.zhengtong.data.catalog.ResourceChanged;
import org.zhengtong.data.catalog.ResourceCode;
import org.zhengtong.data.catalog.ResourceMetadata;
import org.zhengtong.data.catalog.ResourcePublished;
import org.zhengtong.data.catalog.ResourceRetired;
import org.zhengtong.data.catalog.ResourceState;
import org.zhengtong.data.catalog.RuleFinding;

/** From compiling over filing, review and publication to change and retirement. */
class LifeCycleTest {
    private final CatalogRoom room = CatalogRoom.withLists();

    private long draft(ResourceMetadata sheet) {
        var draft = room.catalog.compile(MARKET, HAN);
        assertThat(room.catalog.save(draft.id(), draft.revision(), sheet, HAN)).isInstanceOf(Saved.class);
        return draft.id();
    }

    private ResourceCode published(String name) {
        var draft = draft(sheet(name));
        var filed = (Filed) room.catalog.file(draft, HAN);
        room.catalog.review(draft, true, "", YU);
        assertThat(room.catalog.publish(draft, YU)).isEqualTo(new Published(filed.code(), 1));
        return filed.code();
    }

    @Test
    void an_entry_goes_from_the_desk_of_its_department_into_the_catalog() {
        var draft = draft(sheet("经营者登记信息"));

        var filed = room.catalog.file(draft, HAN);

        // Monday 2 March 2026 and five working days of the city's rule
        var code = new ResourceCode("326001/000001");
        assertThat(filed).isEqualTo(new Filed(code, LocalDate.of(2026, 3, 9)));
        assertThat(room.letters.sent).extracting(each -> each.to()).containsExactly(YU.id());
        assertThat(room.catalog.find(code)).isEmpty();

        assertThat(room.catalog.review(draft, true, "", YU)).isEqualTo(new Reviewed(code, true));
        assertThat(room.catalog.publish(draft, YU)).isEqualTo(new Published(code, 1));

        var resource = room.catalog.require(code);
        assertThat(resource.metadata().name()).isEqualTo("经营者登记信息");
        assertThat(resource.metadata().publishedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(room.events).containsExactly(new ResourcePublished(code, room.clock.instant()));
        assertThat(room.log.events())
                .containsExactly("catalog.compile", "catalog.file", "catalog.approve", "catalog.publish");
        assertThat(room.reading.events(code))
                .extracting(each -> each.kind())
                .containsExactly("publish", "approve", "file");
        assertThat(room.letters.sent.getLast().to()).isEqualTo(HAN.id());
        assertThatThrownBy(() -> room.desk.require(draft, HAN)).isInstanceOf(ProblemException.class);
    }

    @Test
    void what_breaks_a_rule_is_not_filed_and_every_finding_stands_beside_its_field() {
        var draft = draft(ResourceMetadata.blank(sheet("x").provider(), "370100"));

        var refused = (Refused) room.catalog.file(draft, HAN);

        assertThat(refused.findings())
                .extracting(RuleFinding::rule, RuleFinding::field)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(CatalogRule.NAME_MISSING, "name"),
                        org.assertj.core.groups.Tuple.tuple(CatalogRule.CLASS_MISSING, "classCode"),
                        org.assertj.core.groups.Tuple.tuple(CatalogRule.ITEMS_MISSING, "items"),
                        org.assertj.core.groups.Tuple.tuple(CatalogRule.EXTENSION_MISSING, "extension-network"));
        assertThat(room.desk.require(draft, HAN).state()).isEqualTo(CatalogDraft.State.DRAFT);
    }

    @Test
    void a_name_that_differs_in_blanks_width_and_punctuation_only_is_taken() {
        published("经营者登记信息（企业）");

        var refused = room.catalog.file(draft(sheet("经营者 登记信息(企业)。")), HAN);

        assertThat(((Refused) refused).findings())
                .extracting(RuleFinding::rule)
                .containsExactly(CatalogRule.NAME_TAKEN);
    }

    @Test
    void a_reviewer_sends_back_with_a_note_and_the_department_files_again() {
        var draft = draft(sheet("检验信息"));
        room.catalog.file(draft, HAN);

        assertThat(room.catalog.review(draft, false, " ", YU))
                .isEqualTo(new Refused(List.of(RuleFinding.of(CatalogRule.NOTE_MISSING, "note"))));
        room.catalog.review(draft, false, "摘要写清楚覆盖哪些设备", YU);

        var returned = room.desk.require(draft, HAN);
        assertThat(returned.state()).isEqualTo(CatalogDraft.State.RETURNED);
        assertThat(returned.reviewNote()).isEqualTo("摘要写清楚覆盖哪些设备");
        assertThat(room.letters.sent.getLast().template()).isEqualTo("catalog.news.returned");
        assertThat(room.catalog.publish(draft, YU)).isEqualTo(new NotNow(CatalogDraft.State.RETURNED));
        var again = (Filed) room.catalog.file(draft, HAN);
        assertThat(again.code()).isEqualTo(returned.code());
    }

    @Test
    void nobody_reviews_what_he_filed_himself_and_nobody_acts_beyond_his_rights() {
        var draft = draft(sheet("抽查信息"));
        room.catalog.file(draft, BOTH);

        assertThat(room.catalog.review(draft, true, "", BOTH)).isEqualTo(new OwnWork());
        assertThatThrownBy(() -> room.catalog.review(draft, true, "", HAN)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> room.catalog.compile(MARKET, YU)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> room.desk.mine(new CatalogDesk.Query("", null, null, "", 9), YU))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void two_who_write_at_once_do_not_overwrite_each_other() {
        var draft = room.catalog.compile(MARKET, HAN);
        room.catalog.save(draft.id(), draft.revision(), sheet("甲"), HAN);

        var second = room.catalog.save(draft.id(), draft.revision(), sheet("乙"), BOTH);

        assertThat(second).isInstanceOf(Overtaken.class);
        assertThat(room.desk.require(draft.id(), HAN).metadata().name()).isEqualTo("甲");
    }

    @Test
    void a_change_is_a_new_version_that_says_what_differs() {
        var code = published("许可信息");
        var draft = room.catalog.change(code, HAN);
        assertThat(room.catalog.change(code, BOTH).id()).isEqualTo(draft.id());
        var before = draft.metadata();
        var after = new ResourceMetadata(
                before.classCode(),
                "许可和备案信息",
                before.provider(),
                before.summary(),
                before.format(),
                before.items(),
                before.sharing(),
                before.opening(),
                "week",
                before.publishedOn(),
                before.related(),
                before.supplement());
        room.catalog.save(draft.id(), draft.revision(), after, HAN);
        room.catalog.file(draft.id(), HAN);
        assertThat(room.catalog.require(code).metadata().name()).isEqualTo("许可信息");
        room.catalog.review(draft.id(), true, "", YU);

        assertThat(room.catalog.publish(draft.id(), YU)).isEqualTo(new Published(code, 2));

        var resource = room.catalog.require(code);
        assertThat(room.reading.versions(resource))
                .extracting(each -> each.version())
                .containsExactly(2, 1);
        assertThat(room.reading.compare(room.reading.version(resource, 1), resource.metadata(), Locale.CHINA))
                .containsExactly(
                        new Difference("name", "", "许可信息", "许可和备案信息"), new Difference("updateCycle", "", "每日", "每周"));
        assertThat(room.events.getLast()).isInstanceOf(ResourceChanged.class);
        assertThatThrownBy(() -> room.reading.version(resource, 7)).isInstanceOf(ProblemException.class);
    }

    @Test
    void the_class_of_a_published_resource_stays_because_it_is_part_of_its_code() {
        var draft = room.catalog.change(published("执法信息"), HAN);
        var before = draft.metadata();
        var moved = new ResourceMetadata(
                "326002",
                before.name(),
                before.provider(),
                before.summary(),
                before.format(),
                before.items(),
                before.sharing(),
                before.opening(),
                before.updateCycle(),
                before.publishedOn(),
                before.related(),
                before.supplement());
        room.catalog.save(draft.id(), draft.revision(), moved, HAN);

        assertThat(((Refused) room.catalog.file(draft.id(), HAN)).findings())
                .extracting(RuleFinding::rule)
                .containsExactly(CatalogRule.CLASS_FIXED);
    }

    @Test
    void retirement_needs_a_reason_and_a_review_and_keeps_the_versions() {
        var code = published("年报信息");

        assertThat(room.catalog.fileRetirement(code, " ", HAN)).isInstanceOf(Refused.class);
        assertThat(room.catalog.fileRetirement(code, "数据并入法人库", HAN)).isInstanceOf(Filed.class);
        assertThat(room.catalog.fileRetirement(code, "再来一次", HAN)).isEqualTo(new NotNow(CatalogDraft.State.FILED));
        var draft = room.reading.draftOf(code).orElseThrow().id();
        room.catalog.review(draft, true, "", YU);

        assertThat(room.catalog.publish(draft, YU)).isEqualTo(new Retired(code));

        var resource = room.catalog.require(code);
        assertThat(resource.state()).isEqualTo(ResourceState.RETIRED);
        assertThat(resource.open()).isFalse();
        assertThat(room.reading.versions(resource)).hasSize(2);
        assertThat(room.events.getLast()).isEqualTo(new ResourceRetired(code, room.clock.instant()));
    }

    @Test
    void what_was_filed_can_be_taken_back_and_thrown_away() {
        var draft = draft(sheet("投诉信息"));
        room.catalog.file(draft, HAN);

        assertThat(room.catalog.withdraw(draft, HAN)).isInstanceOf(Saved.class);
        room.catalog.discard(draft, HAN);

        assertThatThrownBy(() -> room.desk.require(draft, HAN)).isInstanceOf(ProblemException.class);
    }

    @Test
    void reviewers_see_the_most_urgent_first_and_are_reminded_on_the_last_day() {
        var first = draft(sheet("甲信息"));
        room.catalog.file(first, HAN);
        room.clock.set("2026-03-03T09:00");
        room.catalog.file(draft(sheet("乙信息")), HAN);

        var page = room.desk.toReview(new CatalogDesk.Query("", null, null, "", 1), YU);

        assertThat(page.drafts()).extracting(CatalogDraft::id).containsExactly(first);
        assertThat(page.total()).isEqualTo(2);
        var rest = room.desk.toReview(new CatalogDesk.Query("", null, null, String.valueOf(page.next()), 1), YU);
        assertThat(rest.drafts()).extracting(each -> each.metadata().name()).containsExactly("乙信息");
        assertThat(room.desk.countToReview(YU)).isEqualTo(2);

        room.letters.sent.clear();
        room.clock.set("2026-03-09T08:00");
        room.reminder.run();
        assertThat(room.letters.sent).hasSize(1);
        assertThat(room.letters.sent.getFirst().once()).contains("2026-03-09");
    }
}
