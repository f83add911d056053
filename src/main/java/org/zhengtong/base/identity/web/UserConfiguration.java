package org.zhengtong.base.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.Nullness;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.zhengtong.base.identity.CurrentUser;

/** Lets controllers take the signed-in user as an argument. */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan(basePackages = "org.zhengtong.base.identity")
class UserConfiguration implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private final SignedInSessions sessions;
    private final ResentPosts resent;
    private final OwnerOnly ownerOnly;

    UserConfiguration(SignedInSessions sessions, ResentPosts resent, OwnerOnly ownerOnly) {
        this.sessions = sessions;
        this.resent = resent;
        this.ownerOnly = ownerOnly;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(resent);
        registry.addInterceptor(ownerOnly);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(CurrentUser.class);
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var servletRequest = request.getNativeRequest(HttpServletRequest.class);
        var user = servletRequest == null ? null : sessions.find(servletRequest).orElse(null);
        if (user == null && Nullness.forMethodParameter(parameter) != Nullness.NULLABLE) {
            throw new AuthenticationCredentialsNotFoundException("Nobody is signed in");
        }
        return user;
    }
}
