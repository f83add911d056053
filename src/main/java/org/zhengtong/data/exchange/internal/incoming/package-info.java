/** What this node receives. */
@NullMarked
package org.zhengtong.data.exchange.internal.incoming;

import org.jspecify.annotations.NullMarked;
