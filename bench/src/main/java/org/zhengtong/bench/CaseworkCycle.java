package org.zhengtong.bench;

import java.time.LocalDate;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.Channel;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.service.casework.DraftId;
import org.zhengtong.service.casework.Drafts;
import org.zhengtong.service.casework.FilingOutcome;
import org.zhengtong.service.casework.TaskId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A company is established through the front doors, with the real form and everybody's real rights. */
final class CaseworkCycle implements CaseLifeCycleBenchmark.Engine {

    private static final ItemCode ITEM = new ItemCode("11370100509819318T3000131001001");
    private static final DivisionCode JINAN = new DivisionCode("370100");
    private static final String OPINION = "申请材料齐全，符合法定形式，予以登记。";

    private final Drafts drafts;
    private final Cases cases;
    private final CaseReading reading;
    private final CurrentUser applicant;
    private final CurrentUser window;
    /** Tasks count from 1, the intake; the departments' follow in the order of the procedure. */
    private final Map<Integer, CurrentUser> departments;

    private final Queue<DraftId> ready = new ConcurrentLinkedQueue<>();
    private final ObjectNode answers;

    CaseworkCycle(Platform platform) {
        drafts = platform.bean(Drafts.class);
        cases = platform.bean(Cases.class);
        reading = platform.bean(CaseReading.class);
        var accounts = platform.bean(Accounts.class);
        applicant = accounts.findCitizen(new CitizenNumber("370104198806169982"))
                .flatMap(accounts::findUser)
                .orElseThrow();
        window = staff(accounts, "jn-0101");
        departments =
                Map.of(2, staff(accounts, "jn-0201"), 3, staff(accounts, "jn-0301"), 4, staff(accounts, "jn-0401"));
        answers = answers(platform.bean(JsonMapper.class));
    }

    private static CurrentUser staff(Accounts accounts, String number) {
        var id = new StaffId(number);
        return accounts.findUser(accounts.ofStaff(Set.of(id)).get(id)).orElseThrow();
    }

    private static ObjectNode answers(JsonMapper json) {
        var later = LocalDate.now().plusYears(2);
        var paper = """
                [{"file": "00000000-0000-4000-8000-000000000001", "name": "a.pdf", "size": 1000,
                  "mediaType": "application/pdf"}]
                """;
        return (ObjectNode) json.readTree("""
                {
                  "company": {"name": "济南泉汐信息科技有限公司", "kind": "limited-natural-persons"},
                  "address": {"county": "370104", "street": "张庄路街道", "place": "张庄路 188 号 1 号楼 1206 室",
                    "right": "rent", "rentedUntil": "%1$s"},
                  "scope": {"items": "软件开发；信息系统集成服务", "needsApproval": false},
                  "capital": {"amount": 100, "term": "long", "copies": 1},
                  "holders": {"people": [
                    {"kind": "person", "name": "王海燕", "number": "370104198806169982", "amount": 60, "share": 60,
                     "form": "money", "dueOn": "%1$s"},
                    {"kind": "person", "name": "李国栋", "number": "370102198503129972", "amount": 40, "share": 40,
                     "form": "money", "dueOn": "%1$s"}]},
                  "officers": {
                    "representative": {"name": "王海燕", "number": "370104198806169982", "mobile": "13800000426",
                      "post": "director-manager"},
                    "directors": [{"name": "王海燕", "number": "370104198806169982"}],
                    "withSupervisors": true,
                    "supervisors": [{"name": "李国栋", "number": "370102198503129972"}]},
                  "contacts": {
                    "liaison": {"name": "王海燕", "number": "370104198806169982", "mobile": "13800000426"},
                    "withAgent": false},
                  "materials": {"charter": %2$s, "appointments": %2$s, "premises": %2$s}
                }
                """.formatted(later, paper));
    }

    /** The applicant has written it before he files it. */
    @Override
    public void prepare(int count) {
        for (var written = ready.size(); written < count; written++) {
            ready.add(write());
        }
    }

    private DraftId write() {
        var draft = drafts.create(new Drafts.Start(ITEM, JINAN, Channel.ONLINE, null), applicant);
        drafts.save(draft, 1, answers, applicant);
        return draft;
    }

    @Override
    public void cycle(int worker) {
        life();
    }

    /** What the applicant answered, as text. */
    String application() {
        return answers.toString();
    }

    /** A case whose life is over, to be copied. */
    CaseNumber template() {
        return life();
    }

    /** A case that the window accepted and every department has yet to decide. */
    CaseNumber accepted() {
        if (!(cases.file(write(), applicant) instanceof FilingOutcome.Filed filed)) {
            throw new IllegalStateException("not filed");
        }
        expect(cases.accept(filed.number(), null, window), CaseState.ACCEPTED);
        return filed.number();
    }

    private CaseNumber life() {
        var written = ready.poll();
        var draft = written == null ? write() : written;
        var filed = cases.file(draft, applicant);
        if (!(filed instanceof FilingOutcome.Filed(var number, var at, var repeated))) {
            throw new IllegalStateException("not filed: " + filed);
        }
        expect(cases.accept(number, null, window), CaseState.ACCEPTED);
        for (var serial = 2; serial <= 4; serial++) {
            expect(
                    cases.decide(new TaskId(number, serial), new Decision.Granted(OPINION), departments.get(serial)),
                    serial < 4 ? CaseState.ACCEPTED : CaseState.GRANTED);
        }
        expect(cases.deliver(number, new Cases.Delivery("bench", Channel.ONLINE, null)), CaseState.DELIVERED);
        if (reading.openMine(number, applicant).timeline().size() < 7) {
            throw new IllegalStateException("half a history: " + number);
        }
        return number;
    }

    private static void expect(CaseOutcome outcome, CaseState state) {
        if (!(outcome instanceof CaseOutcome.Done done && done.state() == state)) {
            throw new IllegalStateException("not " + state + ": " + outcome);
        }
    }
}
