/** Nodes, their cards and what is trusted. */
@NullMarked
package org.zhengtong.data.exchange.internal.node;

import org.jspecify.annotations.NullMarked;
