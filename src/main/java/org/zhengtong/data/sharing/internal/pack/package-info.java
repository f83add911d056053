/** The pack's part: time limits. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.sharing.internal.pack;
