/** What the pack brings, and made-up people for trying out. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.registers.internal.seed;
