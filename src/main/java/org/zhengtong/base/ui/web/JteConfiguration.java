package org.zhengtong.base.ui.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;

/** Templates are compiled with the program; a view name is the template's path without its ending. */
@Configuration(proxyBeanMethods = false)
class JteConfiguration {

    private static final String REDIRECT = "redirect:";

    @Bean
    TemplateEngine templateEngine() {
        var engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, JteConfiguration.class.getClassLoader(), "org.zhengtong.templates");
        engine.setBinaryStaticContent(true);
        return engine;
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ViewResolver jteViewResolver(TemplateEngine templates, PublishedPages published) {
        return (name, _) -> {
            if (name.startsWith(REDIRECT)) {
                var view = new RedirectView(name.substring(REDIRECT.length()), true, true, false);
                view.setPropagateQueryParams(false);
                return view;
            }
            return templates.hasTemplate(name + ".jte") ? new JteView(templates, published, name + ".jte") : null;
        };
    }
}
