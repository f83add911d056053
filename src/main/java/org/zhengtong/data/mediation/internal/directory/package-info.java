/** Services of neighbouring nodes. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.mediation.internal.directory;
