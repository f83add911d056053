/** Records: lists, one record, forms, doubts. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.registers.web.record;
