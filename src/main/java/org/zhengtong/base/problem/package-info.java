/** Failures with a code, a status and a text in the user's language (错误码). */
@ApplicationModule(
        id = "problem",
        allowedDependencies = {})
@NullMarked
package org.zhengtong.base.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
