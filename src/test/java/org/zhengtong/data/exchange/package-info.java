/** Tests of the exchange between nodes. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.exchange;
