/**
 * Inspection of the audit log (日志查阅): the pages on which an auditor searches entries and checks proofs, and the public
 * address of signed tree heads. A room of its own, because the log itself must not know accounts, which record into it.
 */
@ApplicationModule(
        id = "inspection",
        allowedDependencies = {"problem", "audit", "trust", "identity", "permission", "jobs", "ui"})
@NullMarked
package org.zhengtong.base.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
