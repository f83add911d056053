package org.zhengtong.base.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AbstractLocaleResolver;
import org.zhengtong.base.ui.Appearance;
import org.zhengtong.base.ui.NodeMode;

/** Interceptor and static files of all rooms: {@code /assets/<room>/…} and the front-end libraries under {@code /webjars}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NodeMode.class)
class WebConfiguration implements WebMvcConfigurer {

    private final ShellInterceptor shells;

    WebConfiguration(ShellInterceptor shells) {
        this.shells = shells;
    }

    /** Controllers that take a {@code Locale} get the visitor's choice, not the browser's. */
    @Bean
    static LocaleResolver localeResolver() {
        return new AbstractLocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return Appearance.of(request).locale();
            }

            @Override
            public void setLocale(
                    HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
                throw new UnsupportedOperationException("The language is chosen by address");
            }
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(shells).excludePathPatterns("/assets/**", "/webjars/**");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        var aDay = CacheControl.maxAge(java.time.Duration.ofDays(1)).cachePublic();
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(aDay);
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(CacheControl.maxAge(java.time.Duration.ofDays(365))
                        .cachePublic()
                        .immutable());
    }
}
