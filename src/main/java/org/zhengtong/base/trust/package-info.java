/** Trust (信任): the node's certificate authority, its signatures and the departments' seals (电子印章) on PDF. */
@ApplicationModule(
        id = "trust",
        allowedDependencies = {"problem", "ui", "packed"})
@NullMarked
package org.zhengtong.base.trust;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
