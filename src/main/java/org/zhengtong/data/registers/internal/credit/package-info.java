/** Publicity of licences and penalties: in time, taken down in time, objections and repairs. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.registers.internal.credit;
