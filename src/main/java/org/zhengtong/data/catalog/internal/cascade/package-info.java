/** Entries on their way to and from the catalogs of neighbouring nodes. */
@NullMarked
package org.zhengtong.data.catalog.internal.cascade;

import org.jspecify.annotations.NullMarked;
