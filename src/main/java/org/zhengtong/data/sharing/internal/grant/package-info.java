/** Grants, kill switches, systems, statistics. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.sharing.internal.grant;
