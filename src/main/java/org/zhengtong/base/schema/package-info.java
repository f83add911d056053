/**
 * Forms from JSON Schema 2020-12: one schema is the page a person fills in, the check on the server, the page to
 * read the answers again, the paper form, the workbook for filling in off line, and the comparison of two versions.
 */
@ApplicationModule(
        id = "schema",
        allowedDependencies = {"problem", "codes", "files", "packed", "print", "ui"})
@NullMarked
package org.zhengtong.base.schema;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
