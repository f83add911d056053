/**
 * Exchange (数据交换): carries signed envelopes between nodes, whatever lies in them, over HTTPS or a gap ferry: stored before sending,
 * applied once and in order, answered with a signed receipt. It knows no registers and no catalog.
 */
@ApplicationModule(
        id = "exchange",
        allowedDependencies = {"problem", "trust", "audit", "identity", "permission", "jobs", "notice", "ui"})
@NullMarked
package org.zhengtong.data.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
