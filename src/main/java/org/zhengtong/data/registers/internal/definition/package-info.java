/** Definitions of registers, the tables made from them, and how both change. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.registers.internal.definition;
