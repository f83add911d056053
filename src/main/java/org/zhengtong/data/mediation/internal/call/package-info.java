/** Calls on their way from a consumer to a provider's system. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.mediation.internal.call;
