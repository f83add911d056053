/** The work of sharing. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.sharing.internal;
