/** Tables that people send as CSV or XLSX: encodings, separators, merged cells, and what is too big or no table at all. */
@ApplicationModule(
        id = "sheets",
        allowedDependencies = {"packed"})
@NullMarked
package org.zhengtong.base.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
