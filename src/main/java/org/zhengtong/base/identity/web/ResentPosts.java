package org.zhengtong.base.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.PendingPosts;

/** Forgets a kept form as soon as it was sent again and taken; a refused one stays until its time is over. */
@Component
class ResentPosts implements HandlerInterceptor {
    /** Field of the form that is sent again: the secret that found it. */
    static final String FIELD = "_pending";

    private static final int REFUSED = 400;

    private final PendingPosts posts;
    private final SignedInSessions sessions;

    ResentPosts(PendingPosts posts, SignedInSessions sessions) {
        this.posts = posts;
        this.sessions = sessions;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (!"POST".equals(request.getMethod()) || failure != null || response.getStatus() >= REFUSED) {
            return;
        }
        var secret = request.getParameter(FIELD);
        if (secret != null) {
            posts.discard(secret, sessions.find(request).map(CurrentUser::id).orElse(null));
        }
    }
}
