package org.zhengtong.base.ui;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.zhengtong.base.problem.ProblemException;

/** Problems as programs read them (RFC 9457): status, code, and what is wrong in the caller's language. */
public final class ProblemJson {

    private ProblemJson() {}

    /** The answer to a request that failed. */
    public static ResponseEntity<Map<String, Object>> of(ProblemException failure, Texts texts, Locale locale) {
        var problem = failure.problem();
        var detail =
                texts.say(locale, "problem." + problem.code(), failure.details().toArray());
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Map.of("status", problem.status(), "code", problem.code(), "detail", detail));
    }
}
