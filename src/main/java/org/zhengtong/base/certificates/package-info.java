/**
 * Certificates (数字证书): the pages on which the security administrator issues, renews, suspends and revokes, each action with its
 * right and its audit entry; the public addresses of revocation lists, status answers and time stamps; warnings before a
 * certificate ends. A room of its own, because {@code trust}, which the audit log signs with, must not know accounts or the log.
 */
@ApplicationModule(
        id = "certificates",
        allowedDependencies = {
            "problem",
            "codes",
            "trust",
            "audit",
            "organization",
            "identity",
            "permission",
            "jobs",
            "notice",
            "ui"
        })
@NullMarked
package org.zhengtong.base.certificates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
