package org.zhengtong.app.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.jobs.LongWork;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.base.search.SearchIndex;
import org.zhengtong.base.search.SearchOutcome.Found;
import org.zhengtong.base.search.SearchRequest;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.Procedures;
import org.zhengtong.service.items.ItemQuery;
import org.zhengtong.service.items.ServiceItems;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.Visitor;

/** Staff finds cases and their files by any word, as far as they may see them; citizens find items by words in their guides. */
@PlatformTest
class FullTextTest {
    private static final List<DivisionCode> PLACE =
            List.of(new DivisionCode("370104"), new DivisionCode("370100"), new DivisionCode("370000"));

    private final int port;
    private final Procedures procedures;
    private final SearchIndex index;
    private final ServiceItems items;
    private final List<RecurringJob> jobs;
    private final List<LongWork> works;

    @Autowired
    FullTextTest(
            @LocalServerPort int port,
            Procedures procedures,
            SearchIndex index,
            ServiceItems items,
            List<RecurringJob> jobs,
            List<LongWork> works) {
        this.port = port;
        this.procedures = procedures;
        this.index = index;
        this.items = items;
        this.jobs = jobs;
        this.works = works;
    }

    private CaseNumber filed() {
        var wang = Applying.as(Applying.APPLICANT, port, procedures);
        var receipt = wang.handIn(wang.beginComplete());
        return CaseNumber.parse(receipt.html().text().replaceAll(".*?([0-9]{6}-[0-9]{8}-[0-9]{4,5}-[0-9X]).*", "$1"))
                .orElseThrow();
    }

    private Found ready(String text) {
        for (var turn = 0; turn < 20; turn++) {
            if (index.search(new SearchRequest(text, Set.of("item"), Map.of(), null, 0, 10)) instanceof Found found) {
                return found;
            }
        }
        throw new AssertionError("The index is not ready");
    }

    @Test
    void a_clerk_finds_a_case_by_its_number_and_by_words_of_the_application() {
        var number = filed();
        ready("登记");

        var sun = Visitor.at(port).signedInAs("孙静");
        assertThat(sun.open("/staff/search?q=" + number.value()).text()).contains(number.value());
        assertThat(sun.open("/staff/search?q=" + number.value() + "&kind=case&state=FILED")
                        .text())
                .contains(number.value());
        assertThat(sun.open("/staff/search?q=%E5%BC%80%E5%85%AC%E5%8F%B8").text())
                .contains("也找了", "企业设立登记");
    }

    @Test
    void words_in_a_file_lead_to_it_once_they_were_read() {
        var number = filed();
        ready("登记");
        jobs.stream().filter(job -> job.name().equals("files.read_texts")).forEach(RecurringJob::run);

        var page = Visitor.at(port)
                .signedInAs("孙静")
                .open("/staff/search?kind=file&q=" + number.value().split("-")[2]);

        assertThat(page.status()).isEqualTo(200);
        assertThat(Visitor.at(port)
                        .signedInAs("孙静")
                        .open("/staff/search?kind=file&q=.pdf")
                        .text())
                .contains("材料");
    }

    @Test
    void nobody_else_gets_even_a_count() {
        var number = filed();
        ready("登记");

        var wang = Visitor.at(port).signedInAs("王海燕");
        assertThat(wang.open("/staff/search?q=" + number.value()).status()).isEqualTo(403);
        var request = new SearchRequest(number.value(), Set.of("case", "file"), Map.of(), null, 0, 10);
        assertThat(((Found) index.search(request)).total()).isZero();
        assertThat(((Found) index.search(request)).facets().values()).allMatch(List::isEmpty);
    }

    @Test
    void odd_questions_are_answered() {
        ready("登记");
        var sun = Visitor.at(port).signedInAs("孙静");

        assertThat(sun.open("/staff/search?q=" + "a".repeat(7_000)).status()).isEqualTo(200);
        assertThat(sun.open("/staff/search?q=%25%5B%2A%22%5C&from=9999&kind=nothing&year=x")
                        .status())
                .isEqualTo(200);
        assertThat(sun.open("/staff/search?q=").text()).contains("输入几个字");
    }

    @Test
    void the_index_is_made_anew_while_it_answers() {
        ready("登记");
        var he = Visitor.at(port).signedInAs("何平");
        he.open("/staff/search").press("重新建立全文索引");
        works.stream()
                .filter(work -> work.kind().equals("search.rebuild"))
                .forEach(work -> work.run("", new NoProgress()));

        assertThat(ready("退休").total()).isPositive();
    }

    @Test
    void a_word_that_stands_in_guides_only_is_found_there() {
        ready("登记");

        var results = items.search(new ItemQuery("验资证明", PLACE, null, null, null, null, null, 20));

        assertThat(results.total()).isPositive();
        assertThat(results.inGuides()).isTrue();
        assertThat(Visitor.at(port)
                        .open("/items?q=%E9%AA%8C%E8%B5%84%E8%AF%81%E6%98%8E")
                        .html()
                        .select("mark")
                        .eachText())
                .contains("验资证明");
    }
}
