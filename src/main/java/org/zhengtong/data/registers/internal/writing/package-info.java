/** Writing single records and their history. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.registers.internal.writing;
