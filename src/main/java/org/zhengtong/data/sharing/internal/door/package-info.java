/** The doors through which others read. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.sharing.internal.door;
