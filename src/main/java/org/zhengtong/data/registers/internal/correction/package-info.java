/** Doubts about items and their answers. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.registers.internal.correction;
