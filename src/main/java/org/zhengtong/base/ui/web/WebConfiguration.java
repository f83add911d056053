package org.zhengtong.base.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.catalina.core.StandardHost;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AbstractLocaleResolver;
import org.zhengtong.base.ui.Appearance;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.base.ui.Shell;

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

    /** Requests that the server itself refuses are answered by a page of ours as well. */
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> lastErrorPage() {
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(LastErrorPage.class.getName());
            }
        });
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(shells).excludePathPatterns("/assets/**", "/webjars/**");
    }

    /** Controllers that say something outside a page, such as the heads of a file, take the page's shell. */
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ShellArgument(shells));
    }

    private record ShellArgument(ShellInterceptor shells) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(Shell.class);
        }

        @Override
        public Shell resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return shells.shell(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        }
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
