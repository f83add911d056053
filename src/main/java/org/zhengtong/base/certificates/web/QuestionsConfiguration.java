package org.zhengtong.base.certificates.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/**
 * Programs post questions without any session or form token: there is nobody signed in whom a foreign page could misuse, and the
 * answers change nothing.
 */
@Configuration(proxyBeanMethods = false)
class QuestionsConfiguration {

    @Bean
    @Order(0)
    SecurityFilterChain questionsOfPrograms() {
        return new DefaultSecurityFilterChain(
                new OrRequestMatcher(
                        PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/trust/ocsp"),
                        PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/trust/time-stamps")),
                new HeaderWriterFilter(java.util.List.of(new XContentTypeOptionsHeaderWriter())));
    }
}
