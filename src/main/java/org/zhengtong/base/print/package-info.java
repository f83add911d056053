/** Printed matter (版式文件): PDF sheets with an embedded Chinese font. */
@ApplicationModule(
        id = "print",
        allowedDependencies = {"problem", "packed"})
@NullMarked
package org.zhengtong.base.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
