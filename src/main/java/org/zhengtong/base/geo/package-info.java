/**
 * Where things are (地理): layers of points, lines and areas in the database, the divisions' outlines among them, exact
 * questions about them, vector tiles and a map that needs no server of others.
 */
@ApplicationModule(
        id = "geo",
        allowedDependencies = {"problem", "codes", "organization", "identity", "permission", "audit", "pack", "ui"})
@NullMarked
package org.zhengtong.base.geo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
