/** Files people hand in: stored once by content, checked for what they really are, lent only through their owner's room. */
@ApplicationModule(
        id = "files",
        allowedDependencies = {"problem", "audit", "ui", "identity", "jobs", "packed", "settings", "trust"})
@NullMarked
package org.zhengtong.base.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
