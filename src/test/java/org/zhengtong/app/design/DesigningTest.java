package org.zhengtong.app.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.zhengtong.app.design.Finding.Part;
import org.zhengtong.app.design.ItemDesigns.PublishOutcome;
import org.zhengtong.app.design.ItemDesigns.SaveOutcome;
import org.zhengtong.app.design.content.FieldKind;
import org.zhengtong.app.design.content.FormField;
import org.zhengtong.app.design.content.Material;
import org.zhengtong.app.design.content.NodeKind;
import org.zhengtong.app.design.internal.Drawing;
import org.zhengtong.app.design.internal.Rehearsals;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.service.casework.Procedures;
import org.zhengtong.service.items.ServiceItems;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.Visitor;

@PlatformTest
class DesigningTest {

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private ItemDesigns designs;

    @Autowired
    private ServiceItems items;

    @Autowired
    private Procedures procedures;

    @Autowired
    private Rehearsals rehearsals;

    @LocalServerPort
    private int port;

    private DesignFixtures fixtures;

    @BeforeEach
    void cast() {
        fixtures = DesignFixtures.of(platform);
    }

    @Test
    void of_two_editors_the_second_is_told_and_nothing_of_the_first_is_lost() {
        var seen = fixtures.begun();

        var first = designs.save(seen, seen.content().stating(Map.of("audience", "企业")), fixtures.yuanQing());
        var second = designs.save(seen, seen.content().stating(Map.of("audience", "个人")), fixtures.yuanQing());

        assertThat(first).isEqualTo(SaveOutcome.SAVED);
        assertThat(second).isEqualTo(SaveOutcome.OVERTAKEN);
        assertThat(designs.require(seen.id(), fixtures.yuanQing()).content().fact("audience"))
                .isEqualTo("企业");
    }

    @Test
    void a_code_belongs_to_one_draft_and_to_one_item() {
        var one = fixtures.begun();
        var other = fixtures.begun();
        var known = CaseworkFixtures.COMPANY_ESTABLISHMENT.value();

        assertThat(designs.save(
                        other.named(other.name(), one.code(), other.department()),
                        other.content(),
                        fixtures.yuanQing()))
                .isEqualTo(SaveOutcome.CODE_TAKEN);
        assertThat(keys(one.named(one.name(), known, one.department()))).contains("design.fault.code.taken");
        assertThat(keys(one.named(one.name(), "1137", one.department()))).contains("codes.item_code.wrong_length");
    }

    private List<String> keys(ItemDesign draft) {
        return designs.findings(draft).stream().map(Finding::key).toList();
    }

    @Test
    void the_drawing_is_checked_as_a_packs_is_and_each_sentence_knows_its_step() {
        var draft = fixtures.complete();
        var steps = draft.content()
                .nodes()
                .filter(node -> node.kind() == NodeKind.STEP)
                .toList();
        assertThat(designs.findings(draft)).isEmpty();

        var wrong = Drawing.state(draft.content(), steps.get(0).id(), Map.of("committed", "9"));
        wrong = Drawing.state(wrong, steps.get(1).id(), Map.of("committed", "", "department", "370100.nowhere"));
        wrong = Drawing.state(wrong, steps.get(2).id(), Map.of("department", "370100.water"));
        wrong = Drawing.addStep(Drawing.addFork(wrong, 0, NodeKind.CHOICE), 0);

        var findings = designs.findings(draft.holding(wrong));
        assertThat(findings).extracting(Finding::part).containsOnly(Part.PROCEDURE);
        assertThat(findings)
                .extracting(Finding::key, Finding::place)
                .contains(
                        tuple("casework.pack.limits_do_not_add_up", null),
                        tuple(
                                "casework.pack.limit_missing",
                                "node-" + steps.get(1).id()),
                        tuple(
                                "design.drawing.no_department",
                                "node-" + steps.get(1).id()),
                        tuple("design.drawing.nobody", "node-" + steps.get(2).id()));
        assertThat(findings)
                .extracting(Finding::key)
                .contains("design.drawing.two_remaining", "design.sentence.block_empty", "design.drawing.no_title");
    }

    @Test
    void a_condition_that_cannot_be_read_is_told_at_its_branch() {
        var draft = fixtures.complete();
        var forked = Drawing.addFork(draft.content(), 0, NodeKind.CHOICE);
        var branch = forked.nodes()
                .filter(node -> node.kind() == NodeKind.BRANCH)
                .findFirst()
                .orElseThrow()
                .id();

        var findings = designs.findings(
                draft.holding(Drawing.state(forked, branch, Map.of("when", "answers.applicant.name ="))));

        assertThat(findings)
                .filteredOn(finding -> finding.key().equals("casework.pack.condition_wrong"))
                .extracting(Finding::place)
                .containsExactly("node-" + branch);
    }

    @Test
    void one_lead_is_taken_from_the_former_and_removing_it_is_told() {
        var content = fixtures.complete().content();
        var steps = content.nodes().filter(node -> node.kind() == NodeKind.STEP).toList();

        var moved = Drawing.state(content, steps.get(2).id(), Map.of("lead", "yes"));

        assertThat(moved.nodes().filter(node -> "yes".equals(node.fact("lead"))))
                .extracting(node -> node.id())
                .containsExactly(steps.get(2).id());
        var without = Drawing.remove(moved, steps.get(2).id());
        assertThat(keys(fixtures.begun().holding(without)))
                .contains("design.sentence.one_lead", "design.sentence.block_empty");
    }

    @Test
    void every_kind_of_question_makes_a_form_that_can_be_used() {
        var draft = fixtures.complete();
        var paper = new Material("paper9", "平面图", "自备", true, "REQUIRED", "1", "", null, null);
        var group = draft.content().groups().getFirst();
        var fields = new ArrayList<>(group.fields());
        Arrays.stream(FieldKind.values()).forEach(kind -> fields.add(field(kind)));
        fields.add(field(FieldKind.TEXT, "dependent").shown("applicant/choice", "乙"));

        var content = draft.content().withMaterials(List.of(paper)).withGroups(List.of(group.with(fields)));

        assertThat(designs.findings(draft.holding(content))).isEmpty();
        var broken = content.withGroups(List.of(group.with(
                List.of(group.fields().getFirst(), field(FieldKind.TEXT, "x").shown("applicant/gone", "乙")))));
        assertThat(designs.findings(draft.holding(broken)))
                .extracting(Finding::key, Finding::place)
                .containsExactly(tuple("design.sentence.form_fault", "applicant-x"));
    }

    private static FormField field(FieldKind kind) {
        return field(kind, kind.name().toLowerCase(java.util.Locale.ROOT).replace("_", ""));
    }

    private static FormField field(FieldKind kind, String key) {
        return new FormField(
                key,
                kind.name(),
                kind,
                false,
                "说明",
                kind == FieldKind.CHOICE ? List.of("甲", "乙") : List.of(),
                kind == FieldKind.FILE ? "paper9" : null,
                FormField.Use.NONE,
                null,
                null);
    }

    @Test
    void a_licence_needs_its_answers() {
        var draft = fixtures.complete();

        var content = draft.content().stating(Map.of("result", "LICENSE", "licenseType", "business-license"));

        assertThat(designs.findings(draft.holding(content)))
                .allMatch(finding -> finding.part() == Part.RESULT)
                .anyMatch(finding -> finding.arguments().contains("/company/name"));
    }

    @Test
    void another_person_publishes_and_what_is_in_review_cannot_be_changed() {
        var draft = handedIn();

        refused("design.own_draft", () -> designs.publish(draft, fixtures.yuanQing()));
        refused("design.wrong_state", () -> designs.save(draft, draft.content(), fixtures.yuanQing()));
        refused("design.wrong_state", () -> designs.handIn(draft, fixtures.yuanQing()));

        var published = designs.publish(draft, fixtures.tianBowen());
        assertThat(published).isEqualTo(new PublishOutcome.Published(1));
        var code = new ItemCode(draft.code());
        assertThat(items.require(code).online()).isTrue();
        assertThat(procedures.findByItem(code).orElseThrow().tree().steps()).hasSize(3);
        assertThat(designs.publish(draft, fixtures.tianBowen())).isInstanceOf(PublishOutcome.Overtaken.class);

        retire(draft.id());
        assertThat(items.find(code)).isEmpty();
        assertThat(procedures.findByItem(code)).isEmpty();
    }

    private ItemDesign handedIn() {
        var draft = fixtures.complete();
        assertThat(designs.handIn(draft, fixtures.yuanQing())).isTrue();
        return designs.require(draft.id(), fixtures.yuanQing());
    }

    private void retire(DesignId id) {
        designs.retire(id, "试办结束，不再办这个事项。", fixtures.tianBowen());
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().code()).isEqualTo(code));
    }

    @Test
    void a_draft_out_of_reach_is_not_there() {
        var draft = fixtures.begun();

        refused("design.draft_not_found", () -> designs.require(draft.id(), fixtures.sunJingAtTheWindow()));
        assertThat(Visitor.at(port).signedInAs("孙静").open("/staff/design").status())
                .isEqualTo(403);
        assertThat(Visitor.at(port)
                        .signedInAs("孙静")
                        .open("/staff/design/" + draft.id().value())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_is_sent_back_is_mended_and_handed_in_again() {
        var draft = handedIn();

        designs.sendBack(draft, "承诺时限太长，请压缩到三天以内。", fixtures.tianBowen());

        var back = designs.require(draft.id(), fixtures.yuanQing());
        assertThat(back.state()).isEqualTo(DesignState.SENT_BACK);
        assertThat(back.reason()).contains("压缩");
        assertThat(Visitor.at(port).signedInAs("袁晴").open("/staff/messages").text())
                .contains("事项草案退回来了");
        var mended = fixtures.saved(back, back.content().stating(Map.of("committed", "3")));
        assertThat(designs.handIn(mended, fixtures.yuanQing())).isTrue();
        designs.takeBack(draft.id(), fixtures.yuanQing());
        designs.remove(draft.id(), fixtures.yuanQing());
        refused("design.draft_not_found", () -> designs.require(draft.id(), fixtures.yuanQing()));
        designs.restore(draft.id(), fixtures.yuanQing());
        assertThat(designs.require(draft.id(), fixtures.yuanQing()).content()).isEqualTo(mended.content());
    }

    @Test
    void a_department_out_of_reach_is_refused_beside_its_field_and_nothing_else_is_lost() {
        var draft = fixtures.begun();

        var refused = Visitor.at(port)
                .signedInAs("袁晴")
                .open("/staff/design/" + draft.id().value() + "/facts/item")
                .form("保存，回到清单")
                .fill("name", "摊区审批")
                .fill("department", "370000.government-office")
                .submit();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorAt("department")).contains("您能编的");
        assertThat(refused.value("name")).isEqualTo("摊区审批");
    }

    @Test
    void a_change_follows_the_published_one_and_is_its_next_version() {
        var draft = handedIn();
        designs.publish(draft, fixtures.tianBowen());

        var next = designs.revise(draft.id(), fixtures.yuanQing());
        assertThat(designs.revise(draft.id(), fixtures.yuanQing())).isEqualTo(next);
        var change = designs.require(next, fixtures.yuanQing());
        assertThat(change.procedureKey()).isEqualTo(draft.procedureKey());
        var changed = fixtures.saved(change, change.content().stating(Map.of("committed", "4")));
        designs.handIn(changed, fixtures.yuanQing());
        var published = designs.publish(designs.require(next, fixtures.yuanQing()), fixtures.tianBowen());

        assertThat(published).isEqualTo(new PublishOutcome.Published(2));
        assertThat(procedures
                        .findByItem(new ItemCode(draft.code()))
                        .orElseThrow()
                        .version())
                .isEqualTo(2);
        refused("design.wrong_state", () -> retire(draft.id()));
        retire(next);
        assertThat(designs.require(draft.id(), fixtures.yuanQing()).state()).isEqualTo(DesignState.RETIRED);
    }

    @Test
    void a_trial_goes_by_the_rules_and_the_calendar() {
        var draft = fixtures.complete();
        var steps = draft.content()
                .nodes()
                .filter(node -> node.kind() == NodeKind.STEP)
                .toList();
        var friday = java.time.LocalDate.of(2026, 3, 6);
        var none = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();

        var begun = rehearsals.run(draft, new Rehearsals.Trial(friday, none, List.of()));
        assertThat(begun.lines())
                .hasSize(3)
                .allMatch(line -> java.time.LocalDate.of(2026, 3, 11).equals(line.dueOn()));
        assertThat(begun.dueOn()).isEqualTo("2026-03-13");
        assertThat(begun.granted()).isNull();

        var deeds = steps.stream()
                .map(step -> new Rehearsals.Deed(step.id(), true, friday.plusDays(6)))
                .toList();
        var ended = rehearsals.run(draft, new Rehearsals.Trial(friday, none, deeds));
        assertThat(ended.granted()).isTrue();
        assertThat(ended.lines()).allMatch(Rehearsals.Line::late);

        var denied = List.of(new Rehearsals.Deed(steps.getFirst().id(), false, friday));
        var refused = rehearsals.run(draft, new Rehearsals.Trial(friday, none, denied));
        assertThat(refused.granted()).isFalse();
        assertThat(refused.lines().stream().filter(Rehearsals.Line::ended)).hasSize(2);
    }

    @Test
    void a_wrong_page_keeps_what_was_typed_and_says_beside_the_field_what_is_wrong() {
        var draft = fixtures.begun();
        var yuan = Visitor.at(port).signedInAs("袁晴");

        var refused = yuan.open("/staff/design/" + draft.id().value() + "/facts/limits")
                .form("保存，回到清单")
                .fill("committed", "三天")
                .submit();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorAt("committed")).contains("请写天数");
        assertThat(refused.value("committed")).isEqualTo("三天");
    }

    @Test
    void the_list_is_exported_as_a_table() {
        var draft = fixtures.begun();

        var table = Visitor.at(port).signedInAs("袁晴").open("/staff/design.csv?mine=true&text=" + draft.code());

        assertThat(table.mediaType()).startsWith("text/csv");
        assertThat(new String(table.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains(draft.code());
    }
}
