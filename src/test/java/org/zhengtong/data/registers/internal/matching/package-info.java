@org.jspecify.annotations.NullMarked
package org.zhengtong.data.registers.internal.matching;
