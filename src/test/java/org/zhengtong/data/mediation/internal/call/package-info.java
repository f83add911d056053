/** Calls between nodes, tried out. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.mediation.internal.call;
