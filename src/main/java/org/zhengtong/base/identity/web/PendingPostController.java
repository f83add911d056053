package org.zhengtong.base.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.KeptPost;
import org.zhengtong.base.identity.PendingPosts;

@Controller
@RequestMapping(PostKeeper.PAGE)
class PendingPostController {

    private final PendingPosts posts;

    PendingPostController(PendingPosts posts) {
        this.posts = posts;
    }

    @GetMapping
    String list(@Nullable CurrentUser user, HttpServletRequest request, HttpServletResponse response, Model model) {
        var kept = posts.find(PostKeeper.secrets(request), account(user));
        PostKeeper.remember(
                request, response, kept.stream().map(KeptPost::secret).toList());
        model.addAttribute("page", new PendingPostsPage(kept, ResentPosts.FIELD));
        return "identity/pending-posts";
    }

    @PostMapping("/removal")
    String remove(@Nullable CurrentUser user, @RequestParam String secret) {
        posts.discard(secret, account(user));
        return "redirect:" + PostKeeper.PAGE;
    }

    private static @Nullable AccountId account(@Nullable CurrentUser user) {
        return user == null ? null : user.id();
    }
}
