package org.zhengtong.base.ui.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ConcurrentModel;
import org.springframework.web.server.ResponseStatusException;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.Visitor;

/** Every failure has a page that says what happened and what to do, in both languages, with a number that the log has too. */
@PlatformTest
class ErrorPagesTest {

    @Autowired
    private ProblemAdvice advice;

    @Autowired
    private ErrorPageController errors;

    @LocalServerPort
    private int port;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @Test
    void statuses_have_pages_of_their_own_in_both_languages() throws Exception {
        for (var status : new int[] {400, 403, 404, 405, 409, 413, 422, 429, 500, 503}) {
            var chinese = page(status, "zh");
            var english = page(status, "en");

            assertThat(chinese.status()).isEqualTo(status);
            assertThat(chinese.title()).matches(".*\\p{IsHan}.*");
            assertThat(english.title()).as(chinese.title()).doesNotContainPattern("\\p{IsHan}");
            assertThat(chinese.mend()).isNotEqualTo(english.mend()).isNotBlank();
            assertThat(chinese.number()).matches("E-[0-9A-F]{4}");
        }
    }

    private ProblemPage page(int status, String language) throws Exception {
        var request = new MockHttpServletRequest("GET", "/items");
        request.setCookies(new jakarta.servlet.http.Cookie("zt-lang", language));
        var response = new MockHttpServletResponse();
        var failure = status == 500
                ? new IllegalStateException("broken")
                : new ResponseStatusException(HttpStatus.valueOf(status));
        var answer = advice.other(failure, request, response);
        assertThat(response.getStatus()).isEqualTo(status);
        return (ProblemPage) answer.getModel().get("page");
    }

    @Test
    void a_database_that_is_away_is_a_matter_of_half_a_minute_and_two_writers_a_conflict() throws Exception {
        var response = new MockHttpServletResponse();
        advice.other(new CannotGetJdbcConnectionException("away"), new MockHttpServletRequest(), response);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("30");

        var conflict = new MockHttpServletResponse();
        advice.other(new OptimisticLockingFailureException("changed"), new MockHttpServletRequest(), conflict);
        assertThat(conflict.getStatus()).isEqualTo(409);
    }

    @Test
    void the_number_on_the_page_stands_in_the_log() throws Exception {
        var answer = advice.problem(
                new ProblemException(CommonProblem.UNEXPECTED),
                new MockHttpServletRequest("GET", "/items"),
                new MockHttpServletResponse());
        assertThat(logged(((ProblemPage) answer.getModel().get("page")).number()))
                .isTrue();

        var request = new MockHttpServletRequest("GET", "/error");
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 413);
        var model = new ConcurrentModel();
        errors.error(request, model);
        var page = (ProblemPage) model.getAttribute("page");
        assertThat(page).isNotNull();
        assertThat(page.status()).isEqualTo(413);
        assertThat(logged(page.number())).isTrue();
    }

    private boolean logged(String number) {
        return lines.list.stream().anyMatch(line -> line.getFormattedMessage().contains(number));
    }

    @BeforeEach
    void listen() {
        lines.start();
        logger().addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger().detachAppender(lines);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(ProblemAdvice.class);
    }

    @Test
    void browsers_get_these_pages() {
        var he = Visitor.at(port).signedInAs("何平");

        assertThat(he.open("/nothing/here").heading()).isEqualTo("没有找到这一页");
        var mistyped = he.open("/staff/jobs/not-a-number");
        assertThat(mistyped.status()).isEqualTo(400);
        assertThat(mistyped.text()).contains("编号 E-", "状态码 400");
        assertThat(Visitor.at(port).signedInAs("孙静").open("/staff/jobs").status())
                .isEqualTo(403);
        var wrongWay = he.open("/sign-out");
        assertThat(wrongWay.status()).isEqualTo(405);
        assertThat(wrongWay.heading()).isEqualTo("这个地址不能这样打开");
    }

    @Test
    void components_are_shown_with_how_to_call_them() {
        var page = Visitor.at(port).signedInAs("孙静").open("/ui/components");

        assertThat(page.html().select("section[aria-labelledby^=component-]")).hasSize(18);
        assertThat(page.text()).contains("@template.ui.status(kind");
    }
}
