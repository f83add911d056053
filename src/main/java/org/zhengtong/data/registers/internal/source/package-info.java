/** Rows to load, from files of several kinds and from databases. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.registers.internal.source;
