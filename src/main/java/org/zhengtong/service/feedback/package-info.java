/** What people think of the service (评价与投诉): ratings of handled cases and complaints, each answered within its limit. */
@ApplicationModule(
        id = "feedback",
        allowedDependencies = {
            "problem",
            "codes",
            "workdays",
            "organization",
            "identity",
            "permission",
            "audit",
            "notice",
            "ui",
            "items",
            "casework"
        })
@NullMarked
package org.zhengtong.service.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
