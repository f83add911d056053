package org.zhengtong.base.identity.web;

import java.util.List;
import org.zhengtong.base.identity.KeptPost;

/** The forms that were kept; {@code resent} is the field that carries a form's secret when it is sent again. */
public record PendingPostsPage(List<KeptPost> posts, String resent) {}
