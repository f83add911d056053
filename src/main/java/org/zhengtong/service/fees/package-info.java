/**
 * Fees (缴费): the published fees of items, bills made from them, payment through a provider, refunds by two people, and the
 * daily reconciliation with the bank. Money is whole fen (分).
 */
@ApplicationModule(
        id = "fees",
        allowedDependencies = {
            "problem",
            "codes",
            "organization",
            "identity",
            "permission",
            "audit",
            "notice",
            "jobs",
            "pack",
            "print",
            "ui",
            "casework"
        })
@NullMarked
package org.zhengtong.service.fees;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
