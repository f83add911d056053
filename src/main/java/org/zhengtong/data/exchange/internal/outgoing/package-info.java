/** What this node sends. */
@NullMarked
package org.zhengtong.data.exchange.internal.outgoing;

import org.jspecify.annotations.NullMarked;
