/** The work of passing calls on. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.mediation.internal;
