/**
 * Government data catalog (政务信息资源目录): who holds which data, how it may be shared and opened; compiled by departments,
 * reviewed, published in versions, found by everybody who may know of it, told to other catalogs.
 */
@ApplicationModule(
        id = "catalog",
        allowedDependencies = {
            "database",
            "audit",
            "codes",
            "exchange",
            "geo",
            "identity",
            "jobs",
            "notice",
            "organization",
            "pack",
            "permission",
            "problem",
            "search",
            "sheets",
            "ui",
            "workdays"
        })
@NullMarked
package org.zhengtong.data.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
