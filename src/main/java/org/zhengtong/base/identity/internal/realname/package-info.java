/** Whose identity was checked. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.base.identity.internal.realname;
