package org.zhengtong.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.service.casework.SupplementItem;
import org.zhengtong.service.supervision.Cards;
import org.zhengtong.service.supervision.Judgement;
import org.zhengtong.testing.BrowserJourney;

/** Every page can be read and used by everybody, wide and narrow, and speaks the reader's language. */
@BrowserJourney
class EveryPageTest extends PageTour {

    private static final String ITEM = CaseworkFixtures.COMPANY_ESTABLISHMENT.value();

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseReading reading;

    @Autowired
    private Cards cards;

    @Autowired
    private Judgement judgement;

    private CaseworkFixtures cast;

    @BeforeEach
    void the_cast_is_there() {
        cast = CaseworkFixtures.of(platform);
    }

    @Test
    void pages_that_need_no_account() {
        try (var visitor = Window.open(browser, port, true)) {
            look(visitor, "home", "/");
            look(visitor, "items", "/items?q=登记");
            look(visitor, "items-none", "/items?q=qqqqqq");
            look(visitor, "departments", "/departments");
            look(visitor, "places", "/places");
            look(visitor, "guide", "/items/" + ITEM);
            look(visitor, "guide-print", "/items/" + ITEM + "?view=print");
            look(visitor, "lookup", "/progress-lookup");
            look(visitor, "tour", "/tour");
            look(visitor, "sign-in", "/sign-in");
            look(visitor, "sign-in-certificate", "/sign-in/certificate");
            look(visitor, "recovery", "/recovery");
            visitor.press("寄链接给我");
            check.look(visitor, "recovery-mend");
            look(visitor, "recovery-link-wrong", "/recovery/password?token=none", 410);
            look(visitor, "register-citizen", "/registration/citizen");
            visitor.press("注册");
            check.look(visitor, "register-citizen-mend");
            look(visitor, "register-enterprise", "/registration/enterprise");
            look(visitor, "verify", "/verify");
            look(visitor, "verify-unknown", "/verify?identifier=1.2.156.3005.2.1", 422);
            look(visitor, "signed-file", "/signed-files");
            visitor.press("核验");
            check.look(visitor, "signed-file-mend");
            look(visitor, "workdays", "/workdays/2026");
            look(visitor, "map", "/map");
            look(visitor, "not-found", "/items/nothing", 404);
        }
        nothing_found();
    }

    @Test
    void pages_of_an_applicant_who_fills_in() {
        try (var wang = Window.of(browser, port, "王海燕")) {
            look(wang, "start", "/items/" + ITEM + "/application");
            wang.main().locator("form button").last().click();
            check.look(wang, "task-list-empty");
            var draft = wang.path().replaceFirst("[?].*", "");
            for (var page :
                    List.of("company", "address", "scope", "capital", "holders", "officers", "contacts", "materials")) {
                look(wang, "form-" + page, draft + "/" + page);
            }
            wang.at(draft + "/holders").press("保存并继续");
            check.look(wang, "form-holders-mend");
            look(wang, "check-open", draft + "/check");
            wang.at(draft).press("填入示例内容");
            check.look(wang, "task-list-full");
            look(wang, "form-holders-full", draft + "/holders");
            look(wang, "form-materials-full", draft + "/materials");
            look(wang, "check", draft + "/check");
            wang.press("提交申请");
            check.look(wang, "check-mend");
            wang.field("以上内容真实、合法、有效。提交虚假材料的，我承担法律责任。").check();
            wang.page().locator("#consent").check();
            wang.press("提交申请");
            check.look(wang, "receipt");
        }
        nothing_found();
    }

    @Test
    void pages_of_an_applicant_who_waits() {
        var filed = cast.filed();
        var asked = asked();
        var accepted = cast.accepted();
        var refused = refused();
        var delivered = cast.delivered();
        try (var wang = Window.of(browser, port, "王海燕")) {
            look(wang, "my-cases", "/my/cases");
            look(wang, "my-looks", "/my/looks");
            look(wang, "case-filed", "/cases/" + filed.value());
            look(wang, "case-supplement", "/cases/" + asked.value());
            look(wang, "supplement", "/cases/" + asked.value() + "/supplement");
            look(wang, "supplement-step", "/cases/" + asked.value() + "/supplement/company");
            look(wang, "case-accepted", "/cases/" + accepted.value());
            look(wang, "case-refused", "/cases/" + refused.value());
            look(wang, "case-delivered", "/cases/" + delivered.value());
            look(wang, "case-application", "/cases/" + delivered.value() + "/application");
            look(wang, "case-readers", "/cases/" + delivered.value() + "/readers");
            look(wang, "withdrawal", "/cases/" + accepted.value() + "/withdrawal");
            look(wang, "rating", "/cases/" + delivered.value() + "/rating");
            wang.press("提交评价");
            check.look(wang, "rating-mend");
            look(wang, "complaint-form", "/cases/" + delivered.value() + "/complaint");
            wang.press("提交投诉");
            check.look(wang, "complaint-form-mend");
            look(wang, "complaints-none", "/complaints");
            look(wang, "messages", "/messages");
            look(wang, "reminders", "/account/reminders");
            look(wang, "account", "/account");
            look(wang, "sessions", "/account/sessions");
            look(wang, "passkeys", "/account/passkeys");
            look(wang, "second-factor", "/account/second-factor");
            look(wang, "second-factor-setting-up", "/account/second-factor/setting-up");
            wang.press("打开动态码");
            check.look(wang, "second-factor-mend");
            look(wang, "account-systems", "/account/systems");
            look(wang, "verify-found", "/verify/" + identifier(delivered));
            look(wang, "pending-posts", "/pending-posts");
            look(wang, "not-allowed", "/staff/roles", 403);
        }
        nothing_found();
    }

    @Test
    void pages_of_the_window_and_the_examiners() {
        var filed = cast.filed();
        var accepted = cast.accepted();
        complainAbout(accepted);
        try (var sun = Window.of(browser, port, "孙静")) {
            look(sun, "staff-inbox", "/staff/inbox");
            look(sun, "staff-case-intake", "/staff/cases/" + filed.value());
            look(sun, "staff-case-nothing", "/staff/cases/" + accepted.value());
            look(sun, "walk-ins", "/staff/walk-ins");
            sun.press("开始填表");
            check.look(sun, "walk-ins-mend");
            look(sun, "staff-accounts", "/staff/accounts");
            sun.press("找账号");
            check.look(sun, "staff-accounts-mend");
            look(sun, "staff-search", "/staff/cases");
            look(sun, "staff-search-found", "/staff/cases?text=济南泉汐");
            look(sun, "staff-full-text", "/staff/search");
            look(sun, "staff-full-text-found", "/staff/search?q=设立登记");
            look(sun, "staff-messages", "/staff/messages");
            look(sun, "staff-account", "/account");
            sun.at("/staff/cases/" + filed.value());
            sun.main().locator("a.zt-material").first().click();
            sun.main().locator(".zt-pdf canvas, .zt-picture").first().waitFor();
            check.look(sun, "staff-material");
        }
        try (var liu = Window.of(browser, port, "刘思远")) {
            look(liu, "staff-inbox-examiner", "/staff/inbox");
            look(liu, "staff-case-decide", "/staff/cases/" + accepted.value());
            liu.field("不予（要写理由和救济途径）").check();
            liu.press("作出决定");
            check.look(liu, "staff-case-decide-mend");
            look(liu, "staff-complaints", "/staff/complaints");
            liu.main()
                    .getByRole(com.microsoft.playwright.options.AriaRole.LINK)
                    .last()
                    .click();
            check.look(liu, "staff-complaint");
            look(liu, "staff-ratings", "/staff/ratings");
        }
        nothing_found();
    }

    @Test
    void pages_of_supervision() {
        clock.set("2026-05-11T10:00");
        cast.accepted();
        cast.delivered();
        clock.set("2026-05-15T09:00");
        judgement.judge();
        var card = cards.list(new Cards.Filter(null, null, null), cast.staff("sd-0001"), 1)
                .getFirst();
        try (var zhou = Window.of(browser, port, "周敏")) {
            look(zhou, "dashboard", "/staff/supervision");
            look(zhou, "dashboard-city", "/staff/supervision?period=WEEK&within=370100");
            look(zhou, "supervision-cases", "/staff/supervision/cases?show=overdue");
            look(zhou, "warnings", "/staff/supervision/warnings");
            look(zhou, "cards", "/staff/supervision/cards");
            look(zhou, "card", "/staff/supervision/cards/" + card.id().value());
            look(zhou, "rules", "/staff/supervision/rules");
        }
        nothing_found();
    }

    @Test
    void pages_of_a_department_head() {
        var number = cast.delivered();
        try (var zhao = Window.of(browser, port, "赵宁")) {
            look(zhao, "roles", "/staff/roles");
            look(zhao, "delegations", "/staff/delegations");
            look(zhao, "staff-items", "/staff/items");
            look(zhao, "staff-item", "/staff/items/" + ITEM);
            look(zhao, "staff-licenses", "/staff/licenses");
            look(zhao, "staff-license", "/staff/licenses/" + identifier(number));
            look(zhao, "own-cards", "/staff/supervision/cards");
        }
        nothing_found();
    }

    /** Dark, high contrast and large print, together and in both languages; a few pages that hold every component. */
    @Test
    void pages_in_other_looks() {
        for (var look : List.of(
                "theme=dark&contrast=normal&size=normal&lang=en",
                "theme=light&contrast=high&size=large&lang=zh",
                "theme=dark&contrast=high&size=large&lang=en")) {
            var name = look.replaceAll("[a-z]+=(normal&?)?", "").replace('&', '-');
            try (var visitor = Window.open(browser, port, true)) {
                visitor.at("/?" + look);
                check.look(visitor, name + "-home");
                look(visitor, name + "-guide", "/items/" + ITEM);
                look(visitor, name + "-register", "/registration/citizen");
            }
            try (var he = Window.of(browser, port, "何平")) {
                he.at("/account?" + look);
                look(he, name + "-components", "/ui/components");
                look(he, name + "-template", "/staff/message-templates/supervision.notice.reminder");
            }
            try (var zhou = Window.of(browser, port, "周敏")) {
                zhou.at("/account?" + look);
                look(zhou, name + "-dashboard", "/staff/supervision");
            }
        }
        nothing_found();
    }

    @Test
    void pages_in_english() throws IOException {
        var filed = cast.filed();
        try (var visitor = Window.open(browser, port, true)) {
            look(visitor, "en-home", "/?lang=en");
            look(visitor, "en-guide", "/items/" + ITEM);
            look(visitor, "en-sign-in", "/sign-in");
            look(visitor, "en-tour", "/tour");
            look(visitor, "en-verify", "/verify");
            look(visitor, "en-signed-file", "/signed-files");
        }
        english(
                "王海燕",
                List.of(
                        "/account/passkeys",
                        "/account/second-factor",
                        "/account/systems",
                        "/items/" + ITEM + "/application",
                        "/my/cases",
                        "/cases/" + filed.value(),
                        "/complaints"));
        english("孙静", List.of("/staff/accounts", "/staff/inbox", "/staff/cases/" + filed.value(), "/staff/walk-ins"));
        english("赵宁", List.of("/staff/forms", "/staff/forms/government-it-survey/paper", "/staff/filled-forms"));
        english("周敏", List.of("/staff/supervision", "/staff/supervision/cards", "/staff/supervision/rules"));
        english(
                "何平",
                List.of(
                        "/staff/systems",
                        "/staff/packs",
                        "/staff/workdays",
                        "/staff/jobs",
                        "/staff/mails",
                        "/staff/organization"));
        english("邱岚", List.of("/staff/sign-in-rule", "/staff/roles", "/staff/certificates", "/staff/certificates/new"));
        english("田博文", List.of("/staff/map", "/staff/geo/layers", "/staff/geo/layers/new"));
        english("宋立言", List.of("/staff/audit"));
        var list = Files.createDirectories(Path.of("target", "screenshots")).resolve("chinese-in-english-pages.txt");
        Files.write(list, check.chinese());
        nothing_found();
    }

    private void english(String name, List<String> paths) {
        try (var window = Window.of(browser, port, name)) {
            window.at("/account?lang=en");
            paths.forEach(path -> look(window, "en" + path.replaceAll("[^a-z]+", "-"), path));
        }
    }

    private CaseNumber asked() {
        var number = cast.filed();
        cases.requestSupplement(
                number,
                List.of(new SupplementItem("/company/name", "公司名称", "名称和申报的不一致，请改成申报时的写法。")),
                cast.sunJingAtTheWindow());
        return number;
    }

    private CaseNumber refused() {
        var number = cast.filed();
        cases.refuseAcceptance(number, "这家公司的住所不在本市，不属于本机关管辖。", "可以在六十日内申请行政复议。", cast.sunJingAtTheWindow());
        return number;
    }

    private String identifier(CaseNumber number) {
        return java.util.Objects.requireNonNull(reading.requireFile(number).resultIdentifier());
    }

    private void complainAbout(CaseNumber number) {
        try (var wang = Window.of(browser, port, "王海燕")) {
            wang.at("/cases/" + number.value() + "/complaint");
            wang.fill("投诉内容", "打了三次电话都没有人接，请说明什么时候能办好。");
            wang.fill("怎么联系您", "13800000426");
            wang.press("提交投诉");
            check.look(wang, "complaint-filed");
        }
    }
}
