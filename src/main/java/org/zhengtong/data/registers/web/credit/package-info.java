/** Credit of legal persons, for everybody, and requests about it. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.registers.web.credit;
