package org.zhengtong.data.sharing.web.api;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.sharing.GrantedReading;
import org.zhengtong.data.sharing.SharingProblem;
import org.zhengtong.data.sharing.Way;

/**
 * One record by its key, asked for thousands of times a second: answered behind the filters that every request needs (its
 * measure, its address, its letters), but ahead of sessions, forms and pages, which cost more than the answer. What cannot be
 * answered goes on to {@link SharingApiController}, with the reason.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class RecordDoor implements Filter {

    static final String PATH = "/api/sharing/v1/grants/{grant}/record";
    private static final String BEFORE = "/api/sharing/v1/grants/";
    private static final Pattern ADDRESS = Pattern.compile(BEFORE + "([A-Z0-9-]+)/record");
    private static final String FAILURE = RecordDoor.class.getName() + ".failure";
    private static final List<HeaderWriter> HEADERS =
            List.of(new XContentTypeOptionsHeaderWriter(), new HstsHeaderWriter());

    private final GrantedReading reading;
    private final ApiAnswers answers;

    RecordDoor(GrantedReading reading, ApiAnswers answers) {
        this.reading = reading;
        this.answers = answers;
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        if (!(asked instanceof HttpServletRequest request)
                || !(answer instanceof HttpServletResponse response)
                || !request.getRequestURI().startsWith(BEFORE)
                || !answered(request, response)) {
            chain.doFilter(asked, answer);
        }
    }

    private boolean answered(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var address = ADDRESS.matcher(request.getRequestURI());
        if (!address.matches() || !"GET".equals(request.getMethod())) {
            return false;
        }
        ServerHttpObservationFilter.findObservationContext(request).ifPresent(seen -> seen.setPathPattern(PATH));
        try {
            HEADERS.forEach(header -> header.writeHeaders(request, response));
            answer(address.group(1), request, response);
            return true;
        } catch (RuntimeException failure) {
            request.setAttribute(FAILURE, failure);
            return false;
        }
    }

    /** Why the request was not answered before, if it was tried. */
    static void fail(HttpServletRequest request) {
        if (request.getAttribute(FAILURE) instanceof RuntimeException failure) {
            throw failure;
        }
    }

    /** Keys may be citizen numbers, and addresses end up in logs: the key travels as a header. */
    void answer(String grant, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var use = ApiCaller.of(request, response, reading).use(grant, Way.API);
        var key = ApiCaller.header(request, "Record-Key");
        var record = RecordKey.of(key)
                .flatMap(asked -> reading.byKey(use, asked))
                .orElseThrow(() -> new ProblemException(SharingProblem.RECORD_NOT_FOUND));
        answers.write(request, response, RecordJson.of(record));
    }
}
