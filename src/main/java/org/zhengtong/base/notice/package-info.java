/** Messages to people (消息): in the site at once, by mail through an outbox that loses nothing when the mail server is away. */
@ApplicationModule(
        id = "notice",
        allowedDependencies = {"problem", "audit", "jobs", "identity", "permission", "ui"})
@NullMarked
package org.zhengtong.base.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
