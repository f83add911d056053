/**
 * Packs (地区包): a region as a folder of files, checked as a whole and imported as a whole. Rooms contribute a {@link
 * org.zhengtong.base.pack.PackSection}; this room reads the files, collects the errors and keeps the one transaction.
 */
@ApplicationModule(
        id = "pack",
        allowedDependencies = {"problem", "audit", "ui"})
@NullMarked
package org.zhengtong.base.pack;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
