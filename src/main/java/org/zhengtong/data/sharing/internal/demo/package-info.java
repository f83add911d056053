/** What a demonstration shows of sharing. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.sharing.internal.demo;
