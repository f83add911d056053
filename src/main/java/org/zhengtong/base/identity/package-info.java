/** Who is here: accounts of citizens, enterprises and staff, sign-in, sessions, and what a page may be seen without them. */
@ApplicationModule(
        id = "identity",
        allowedDependencies = {"codes", "problem", "audit", "organization", "ui", "pack", "print", "settings", "trust"})
@NullMarked
package org.zhengtong.base.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
