/** Packed files (压缩包): ZIP containers and the XML in them, from strangers, read within limits; and packing of our own. */
@ApplicationModule(
        id = "packed",
        allowedDependencies = {})
@NullMarked
package org.zhengtong.base.packed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
