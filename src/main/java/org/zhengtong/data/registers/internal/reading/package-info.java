/** Reading records, now and as of a day. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.registers.internal.reading;
