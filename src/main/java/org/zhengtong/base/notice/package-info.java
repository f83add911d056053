/**
 * Messages to people (消息): in the site at once; by mail, short message, call and to other systems through an outbox that
 * loses nothing when the other side is away.
 */
@ApplicationModule(
        id = "notice",
        allowedDependencies = {"problem", "audit", "jobs", "identity", "organization", "permission", "settings", "ui"})
@NullMarked
package org.zhengtong.base.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
