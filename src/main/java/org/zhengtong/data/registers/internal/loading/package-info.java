/** Bulk load: chunks, checks by set, set-aside rows, receipts. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.registers.internal.loading;
