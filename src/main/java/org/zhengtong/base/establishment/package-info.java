/**
 * Establishment (机构编制): the pages and files by which departments, posts and staff are kept. A room of its own, because the
 * organization itself must not know accounts and rights, which are built on it.
 */
@ApplicationModule(
        id = "establishment",
        allowedDependencies = {
            "problem",
            "audit",
            "codes",
            "identity",
            "jobs",
            "organization",
            "permission",
            "sheets",
            "ui"
        })
@NullMarked
package org.zhengtong.base.establishment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
