package org.zhengtong.base.database.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.zhengtong.base.database.internal.MayBeOld;
import org.zhengtong.base.database.internal.ReplicasForTests;
import org.zhengtong.testing.RoomDatabase;

/** Whoever has changed something a moment ago reads from the primary; everybody else may get an older answer. */
class OwnWritesFilterTest {

    private final OwnWritesFilter filter = new OwnWritesFilter(new ReplicasForTests(
                    JdbcClient.create(RoomDatabase.with()), "jdbc:postgresql://localhost:1/none", Duration.ofSeconds(5))
            .store());

    private boolean mayBeOld(MockHttpServletRequest request, MockHttpServletResponse response)
            throws ServletException, IOException {
        var seen = new AtomicBoolean();
        filter.doFilter(request, response, (_, _) -> seen.set(MayBeOld.bound()));
        assertThat(MayBeOld.bound()).isFalse();
        return seen.get();
    }

    private static MockHttpServletRequest request(String method) {
        return new MockHttpServletRequest(method, "/staff/registers/people");
    }

    @Test
    void a_browser_that_changed_something_brings_a_cookie_for_a_while() throws ServletException, IOException {
        assertThat(mayBeOld(request("GET"), new MockHttpServletResponse())).isTrue();

        var answer = new MockHttpServletResponse();
        assertThat(mayBeOld(request("POST"), answer)).isFalse();
        var cookie = answer.getCookies()[0];
        assertThat(cookie.getMaxAge()).isGreaterThan(5);
        assertThat(cookie.isHttpOnly()).isTrue();

        var next = request("GET");
        next.setCookies(cookie);
        assertThat(mayBeOld(next, new MockHttpServletResponse())).isFalse();
    }

    @Test
    void a_program_is_known_by_what_it_signs_in_with() throws ServletException, IOException {
        var writing = request("PUT");
        writing.addHeader("Authorization", "Bearer one");
        assertThat(mayBeOld(writing, new MockHttpServletResponse())).isFalse();

        var reading = request("GET");
        reading.addHeader("Authorization", "Bearer one");
        assertThat(mayBeOld(reading, new MockHttpServletResponse())).isFalse();
        var other = request("GET");
        other.addHeader("Authorization", "Bearer two");
        assertThat(mayBeOld(other, new MockHttpServletResponse())).isTrue();
    }
}
