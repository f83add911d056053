/** Comparing registers: declare, run, work through. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.registers.web.matching;
