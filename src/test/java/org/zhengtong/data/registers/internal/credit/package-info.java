@org.jspecify.annotations.NullMarked
package org.zhengtong.data.registers.internal.credit;
