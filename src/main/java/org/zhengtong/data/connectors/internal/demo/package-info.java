/** What a demonstration shows of connectors. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.connectors.internal.demo;
