package org.zhengtong.service.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.app.hall.internal.DraftDesk;
import org.zhengtong.app.hall.internal.ExampleAnswers;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.SpecialProcedure.Kind;
import org.zhengtong.service.fees.BillOutcome;
import org.zhengtong.service.fees.Bills;
import org.zhengtong.service.fees.Fee;
import org.zhengtong.service.fees.FeeList;
import org.zhengtong.service.fees.FeeStage;
import org.zhengtong.service.fees.Money;
import org.zhengtong.service.license.License;
import org.zhengtong.service.license.LicenseStatus;
import org.zhengtong.service.license.Licenses;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every procedure of the pack is gone through from the form's example to the delivered result, optional lanes included. */
@PlatformTest
class EveryProcedureTest {

    private static final Path PROCEDURES = Path.of("packs", "shandong", "procedures");

    /** Has a fee: gone through with its payment in {@code PayingAFeeTest}. */
    private static final String WITH_A_FEE = "identity-card-replacement";

    private static final Map<String, String> CLERKS = Map.ofEntries(
            Map.entry("370100.service-hall", "jn-0101"),
            Map.entry("370100.market-regulation", "jn-0201"),
            Map.entry("370100.taxation", "jn-0301"),
            Map.entry("370100.human-resources", "jn-0401"),
            Map.entry("370100.health", "jn-1301"),
            Map.entry("370100.public-security", "jn-1102"),
            Map.entry("370100.healthcare-security", "jn-1401"),
            Map.entry("370100.housing-fund", "jn-1501"),
            Map.entry("370000.peoples-bank", "sd-1601"),
            Map.entry("370100.administrative-approval", "jn-1701"));

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseReading reading;

    @Autowired
    private CaseLimits limits;

    @Autowired
    private SettableClock clock;

    private CaseworkFixtures cast;
    private CurrentUser wang;

    /**
     * A way through a procedure.
     *
     * @param answers what is chosen otherwise than in the example, as JSON merged into it
     * @param steps the steps that have to be done, in any order
     * @param special what the lead step is stopped for meanwhile; null when nothing stops it
     */
    record Way(
            String procedure,
            String answers,
            Set<String> steps,
            @Nullable Kind special) {
        @Override
        public String toString() {
            return procedure + ": " + String.join(", ", steps);
        }
    }

    private static Way way(String procedure, String answers, String... steps) {
        return new Way(procedure, answers, Set.of(steps), null);
    }

    private static Way stopped(String procedure, Kind special) {
        return new Way(procedure, "{}", Set.of("decide"), special);
    }

    static Stream<Way> ways() {
        return Stream.of(
                way(
                        "company-establishment",
                        "{'contacts': {'extras': {'seals': true, 'sealCount': 4, 'bank': true, 'bankName': '工商银行张庄路支行',"
                                + " 'fund': true, 'employees': 6}}}",
                        "market-regulation",
                        "taxation",
                        "human-resources",
                        "seal-filing",
                        "bank-account",
                        "housing-fund"),
                way(
                        "company-closure",
                        "{'options': {'health': true, 'fund': true, 'seals': true}}",
                        "tax-clearance",
                        "deregistration",
                        "insurance-end",
                        "health-end",
                        "fund-end",
                        "seal-end"),
                way(
                        "company-closure",
                        "{'options': {'health': false}}",
                        "tax-clearance",
                        "deregistration",
                        "insurance-end"),
                way(
                        "bereavement",
                        "{'had': {'pension': true, 'fund': true}}",
                        "household",
                        "health-end",
                        "funeral",
                        "fund"),
                way("bereavement", "{'had': {'pension': false}}", "household", "health-end"),
                way(
                        "newborn",
                        "{'options': {'insurance': true, 'card': true, 'bank': 'icbc'}}",
                        "birth-certificate",
                        "household",
                        "vaccination",
                        "insurance",
                        "social-card"),
                way("elder-card", "{}", "decide"),
                stopped("entertainment-permit", Kind.INSPECTION),
                stopped("environment-report", Kind.EXPERT_REVIEW),
                stopped("water-permit", Kind.HEARING),
                way("food-permit", "{}", "decide"),
                way("food-shop-record", "{}", "record"),
                way("hygiene-permit", "{}", "decide-at-once"),
                way("hygiene-renewal", "{}", "decide"),
                way("insured-record", "{}", "print"),
                way("labour-dispatch", "{}", "preliminary", "decide"));
    }

    @BeforeEach
    void it_is_monday() {
        clock.set(SettableClock.MONDAY_TEN);
        cast = CaseworkFixtures.of(platform);
        wang = cast.wangHaiyan();
    }

    @AfterEach
    void it_is_monday_again() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void no_procedure_of_the_pack_is_left_out() throws IOException {
        try (var files = Files.list(PROCEDURES)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".yaml"))
                            .map(name -> name.replace(".yaml", "")))
                    .allMatch(key -> key.equals(WITH_A_FEE)
                            || ways().anyMatch(way -> way.procedure().equals(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void an_application_is_taken_through_to_its_result(Way way) {
        var procedure = procedure(way.procedure());
        var number = filed(procedure, way);
        done(cases.accept(number, null, cast.sunJingAtTheWindow()));
        assertThat(view(number).lanes().stream().map(CaseView.Lane::step))
                .containsExactlyInAnyOrderElementsOf(way.steps());
        if (way.special() != null) {
            stopsFor(way.special(), number);
        }
        suppliesWhatFollows(number);
        decidesAll(number);

        var types = licenseTypes(procedure, way.steps());
        receives(number, !types.isEmpty());

        everyClockWasMet(number);
        everyDocumentOpens(number, procedure, way);
        assertThat(platform.getBean(Licenses.class).ofCase(number))
                .allMatch(license -> license.stored() == LicenseStatus.VALID)
                .extracting(License::type)
                .containsExactlyInAnyOrderElementsOf(types);
    }

    /** Its licences belong to lanes, not to the whole: they are made once nothing has to be paid any more. */
    @Test
    void a_bundle_that_waited_for_its_fee_is_delivered_when_the_fee_is_waived() {
        var bundle = procedure("bereavement");
        var fees = platform.getBean(FeeList.class);
        var keeper = cast.staff("jn-0501");
        var fee = fees.publish(
                new Fee.Content(
                        bundle.itemCode(), "copy", "工本费", "每件 5 元", "测试用", new Money(500), FeeStage.GRANTED, true),
                keeper);
        try {
            var number = filed(bundle, way("bereavement", "{'had': {'pension': false}}", "household", "health-end"));
            done(cases.accept(number, null, cast.sunJingAtTheWindow()));
            decidesAll(number);
            assertThat(cases.deliveryHeldBack(number)).isTrue();

            var bills = platform.getBean(Bills.class);
            assertThat(bills.exempt(
                            bills.ofCase(number).getFirst().number(),
                            "申请人是最低生活保障对象，依法免缴。",
                            "测试用依据",
                            cast.sunJingAtTheWindow()))
                    .isInstanceOf(BillOutcome.Done.class);
            receives(number, true);
        } finally {
            fees.withdraw(fee.id(), keeper);
        }
    }

    private Procedure procedure(String key) {
        return platform.getBean(Procedures.class).list().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private CaseNumber filed(Procedure procedure, Way way) {
        var drafts = platform.getBean(Drafts.class);
        var id = drafts.create(
                new Drafts.Start(procedure.itemCode(), CaseworkFixtures.JINAN, Channel.ONLINE, null), wang);
        platform.getBean(ExampleAnswers.class)
                .fill(platform.getBean(DraftDesk.class).open(id.value(), wang), wang);
        var draft = drafts.find(id, wang).orElseThrow();
        var answers = merged(draft.answers().deepCopy(), way.answers());
        drafts.save(id, draft.version(), answers, wang);
        var outcome = cases.file(id, wang);
        assertThat(outcome).isInstanceOf(FilingOutcome.Filed.class);
        return ((FilingOutcome.Filed) outcome).number();
    }

    private static ObjectNode merged(ObjectNode answers, String others) {
        try {
            return JsonMapper.shared().readerForUpdating(answers).readValue(others.replace('\'', '"'));
        } catch (RuntimeException wrong) {
            throw new IllegalArgumentException(others, wrong);
        }
    }

    private CaseView view(CaseNumber number) {
        return reading.openMine(number, wang);
    }

    private CurrentUser clerk(CaseView.Lane lane) {
        return cast.staff(Objects.requireNonNull(CLERKS.get(lane.department().value())));
    }

    private static void done(CaseOutcome outcome) {
        assertThat(outcome).isInstanceOf(CaseOutcome.Done.class);
    }

    /** The law stops the clock: a week later the step has as many days as before, and only then can it be decided. */
    private void stopsFor(Kind kind, CaseNumber number) {
        var lane = view(number).lanes().getLast();
        var task = Objects.requireNonNull(lane.task());
        clock.advance(Duration.ofDays(1));
        var before = Objects.requireNonNull(Objects.requireNonNull(lane.clock()).dueOn());
        var today = clock.instant().atZone(clock.getZone()).toLocalDate();
        done(limits.start(task, new CaseLimits.Start(kind, "依法需要先办这一程序，再作出决定。", today.plusDays(7)), clerk(lane)));
        assertThat(cases.decide(task, new Decision.Granted("符合条件，准予。"), clerk(lane)))
                .isInstanceOf(CaseOutcome.InSpecialProcedure.class);
        assertThat(Objects.requireNonNull(view(number).mainClock()).state()).isEqualTo(ClockView.State.STOPPED);
        clock.advance(Duration.ofDays(7));
        done(limits.end(task, new CaseLimits.End("已经办完，结果写在笔录里，没有异议。", ""), clerk(lane)));
        assertThat(Objects.requireNonNull(view(number).lanes().getLast().clock())
                        .dueOn())
                .isEqualTo(before.plusDays(7));
    }

    /** Materials that were to follow (容缺受理) come before the decision. */
    private void suppliesWhatFollows(CaseNumber number) {
        var view = view(number);
        for (var material : view.offered().outstanding()) {
            var lane = view.lanes().getFirst();
            assertThat(cases.decide(Objects.requireNonNull(lane.task()), new Decision.Granted("准予。"), clerk(lane)))
                    .isInstanceOf(CaseOutcome.MaterialsMissing.class);
            var answers = view(number).answers().deepCopy();
            var others = (ObjectNode) answers.path("materials");
            others.put(material.flag().replace("/materials/", ""), false);
            others.set(material.file().replace("/materials/", ""), others.path("equipment"));
            assertThat(platform.getBean(CaseOffers.class).supply(number, answers, wang))
                    .isInstanceOf(Cases.SupplementOutcome.Supplemented.class);
        }
    }

    private void decidesAll(CaseNumber number) {
        for (var lane = open(number); lane != null; lane = open(number)) {
            done(cases.decide(
                    Objects.requireNonNull(lane.task()),
                    new Decision.Granted(lane.title() + "：材料齐全，符合规定。"),
                    clerk(lane)));
        }
        assertThat(view(number).lanes()).allMatch(lane -> lane.state() == TaskState.DONE);
    }

    private CaseView.@Nullable Lane open(CaseNumber number) {
        return view(number).lanes().stream()
                .filter(lane -> lane.state() == TaskState.OPEN)
                .findFirst()
                .orElse(null);
    }

    /** Licences come by themselves; what is on paper is handed over at the window. */
    private void receives(CaseNumber number, boolean byItself) {
        if (!byItself) {
            done(cases.deliver(number, new Cases.Delivery(null, Channel.WINDOW, cast.sunJingAtTheWindow())));
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> reading.requireFile(number).state() == CaseState.DELIVERED);
    }

    private static List<String> licenseTypes(Procedure procedure, Set<String> steps) {
        return Stream.concat(
                        Stream.ofNullable(procedure.licenseType()),
                        steps.stream()
                                .flatMap(step -> Stream.ofNullable(
                                        procedure.step(step).own().license())))
                .toList();
    }

    private void everyClockWasMet(CaseNumber number) {
        assertThat(view(number).clocks()).isNotEmpty().allSatisfy(each -> {
            assertThat(each.state()).isEqualTo(ClockView.State.MET);
            assertThat(each.endedAt()).isNotNull();
        });
    }

    private void everyDocumentOpens(CaseNumber number, Procedure procedure, Way way) {
        var expected = new ArrayList<>(List.of(DocumentKind.ACCEPTANCE_NOTICE, DocumentKind.GRANT));
        if (way.special() != null) {
            expected.add(DocumentKind.SPECIAL_PROCEDURE_NOTICE);
        }
        var offered = view(number).offered();
        if (offered.commitment() != null) {
            expected.add(DocumentKind.COMMITMENT);
            assertThat(offered.commitment().checkBy()).isNotNull();
        }
        if (!offered.deferred().isEmpty()) {
            expected.add(DocumentKind.DEFERRAL_NOTICE);
        }
        assertThat(view(number).documents())
                .as(procedure.title())
                .extracting(CaseView.Document::kind)
                .containsExactlyInAnyOrderElementsOf(expected);
        for (var document : view(number).documents()) {
            assertThat(reading.requireDocument(number, document.kind(), document.serial(), wang)
                            .size())
                    .isPositive();
        }
    }
}
