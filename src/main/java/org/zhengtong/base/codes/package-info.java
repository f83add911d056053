/** Identifiers that check themselves (统一社会信用代码、公民身份号码、行政区划代码 …): records without a database. */
@ApplicationModule(
        id = "codes",
        allowedDependencies = {"problem"})
@NullMarked
package org.zhengtong.base.codes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
