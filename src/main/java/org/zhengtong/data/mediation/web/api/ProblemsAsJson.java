package org.zhengtong.data.mediation.web.api;

import java.util.Locale;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.ProblemJson;
import org.zhengtong.base.ui.Texts;

/** Programs read problems as JSON (RFC 9457). */
@ControllerAdvice(basePackages = {"org.zhengtong.data.mediation.web.api", "org.zhengtong.data.mediation.web.govstack"})
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemsAsJson {

    private final Texts texts;

    ProblemsAsJson(Texts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refuse(ProblemException problem, Locale locale) {
        return ProblemJson.of(problem, texts, locale);
    }
}
