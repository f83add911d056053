package org.zhengtong.service.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.files.FileRules;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.files.FileUpload;
import org.zhengtong.base.files.StoreOutcome;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.print.Pdf;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The cast and its applications. */
public class CaseworkFixtures {

    public static final ItemCode COMPANY_ESTABLISHMENT = new ItemCode("11370100509819318T3000131001001");
    public static final DivisionCode JINAN = new DivisionCode("370100");

    private static final String ANSWERS = """
            {
              "company": {"name": "济南泉汐信息科技有限公司", "kind": "limited-natural-persons"},
              "address": {"county": "370104", "street": "张庄路街道", "place": "张庄路 188 号 1 号楼 1206 室",
                "right": "rent", "rentedUntil": "%s"},
              "scope": {"items": "软件开发；信息系统集成服务", "needsApproval": false},
              "capital": {"amount": 100, "term": "long", "copies": 1},
              "holders": {"people": [
                {"kind": "person", "name": "王海燕", "number": "370104198806169982", "amount": 60, "share": 60,
                 "form": "money", "dueOn": "%s"},
                {"kind": "person", "name": "李国栋", "number": "370102198503129972", "amount": 40, "share": 40,
                 "form": "money", "dueOn": "%s"}]},
              "officers": {
                "representative": {"name": "王海燕", "number": "370104198806169982", "mobile": "13800000426",
                  "post": "director-manager"},
                "directors": [{"name": "王海燕", "number": "370104198806169982"}],
                "withSupervisors": true,
                "supervisors": [{"name": "李国栋", "number": "370102198503129972"}]},
              "contacts": {
                "liaison": {"name": "王海燕", "number": "370104198806169982", "mobile": "13800000426"},
                "withAgent": false},
              "materials": {"charter": [%s], "appointments": [%s], "premises": [%s]}
            }
            """;

    private final Accounts accounts;
    private final Drafts drafts;
    private final Cases cases;
    private final CaseReading reading;
    private final FileStorage files;
    private final JsonMapper json;

    private CaseworkFixtures(
            Accounts accounts, Drafts drafts, Cases cases, CaseReading reading, FileStorage files, JsonMapper json) {
        this.accounts = accounts;
        this.drafts = drafts;
        this.cases = cases;
        this.reading = reading;
        this.files = files;
        this.json = json;
    }

    public static CaseworkFixtures of(ApplicationContext platform) {
        return new CaseworkFixtures(
                platform.getBean(Accounts.class),
                platform.getBean(Drafts.class),
                platform.getBean(Cases.class),
                platform.getBean(CaseReading.class),
                platform.getBean(FileStorage.class),
                platform.getBean(JsonMapper.class));
    }

    public CurrentUser wangHaiyan() {
        var account =
                accounts.findCitizen(new CitizenNumber("370104198806169982")).orElseThrow();
        return accounts.findUser(account).orElseThrow();
    }

    public CurrentUser sunJingAtTheWindow() {
        return staff("jn-0101");
    }

    public CurrentUser guoXiaoyunAtTheWindow() {
        return staff("jn-0102");
    }

    public CurrentUser liuSiyuanOfMarketRegulation() {
        return staff("jn-0201");
    }

    public CurrentUser gaoXiangOfMarketRegulation() {
        return staff("jn-0202");
    }

    public CurrentUser liWenOfTaxation() {
        return staff("jn-0301");
    }

    public CurrentUser chenLiOfHumanResources() {
        return staff("jn-0401");
    }

    public CurrentUser staff(String number) {
        var id = new StaffId(number);
        return accounts.findUser(accounts.ofStaff(Set.of(id)).get(id)).orElseThrow();
    }

    /** A complete application with its three papers, ready to be filed. */
    public DraftId draft() {
        var by = wangHaiyan();
        var id = drafts.create(new Drafts.Start(COMPANY_ESTABLISHMENT, JINAN, Channel.ONLINE, null), by);
        var draft = drafts.find(id, by).orElseThrow();
        drafts.save(id, draft.version(), answers(draft), by);
        return id;
    }

    public ObjectNode answers(Draft draft) {
        var later = LocalDate.of(2028, 1, 1);
        return (ObjectNode) json.readTree(ANSWERS.formatted(
                later, later, later, paper(draft, "公司章程"), paper(draft, "任职文件"), paper(draft, "租赁合同")));
    }

    private String paper(Draft draft, String title) {
        var pdf = Pdf.a4(Locale.SIMPLIFIED_CHINESE, title).title(title).finish().bytes();
        var upload =
                new FileUpload(title + ".pdf", "application/pdf", new ByteArrayResource(pdf), draft.files(), "test");
        if (files.store(upload, FileRules.PAPERS) instanceof StoreOutcome.Stored stored) {
            var file = stored.file();
            return """
                    {"file": "%s", "name": "%s", "size": %d, "mediaType": "application/pdf"}
                    """.formatted(file.id(), file.name(), file.size());
        }
        throw new IllegalStateException("The paper was not stored: " + title);
    }

    public CaseNumber filed() {
        var outcome = cases.file(draft(), wangHaiyan());
        assertThat(outcome).isInstanceOf(FilingOutcome.Filed.class);
        return ((FilingOutcome.Filed) outcome).number();
    }

    public CaseNumber accepted() {
        var number = filed();
        assertThat(cases.accept(number, null, sunJingAtTheWindow())).isInstanceOf(CaseOutcome.Done.class);
        return number;
    }

    /** Granted by all three departments, and its licence is there. */
    public CaseNumber delivered() {
        var number = accepted();
        decide(number, "taxation", liWenOfTaxation());
        decide(number, "human-resources", chenLiOfHumanResources());
        decide(number, "market-regulation", liuSiyuanOfMarketRegulation());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> reading.requireFile(number).state() == CaseState.DELIVERED);
        return number;
    }

    private void decide(CaseNumber number, String step, CurrentUser by) {
        var task = reading.open(number, by).lanes().stream()
                .filter(lane -> lane.step().equals(step))
                .findFirst()
                .orElseThrow()
                .task();
        cases.decide(Objects.requireNonNull(task), new Decision.Granted("材料齐全，符合法定形式，同意。"), by);
    }
}
