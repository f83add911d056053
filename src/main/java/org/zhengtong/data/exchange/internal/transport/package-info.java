/** How frames travel: HTTPS and ferry. */
@NullMarked
package org.zhengtong.data.exchange.internal.transport;

import org.jspecify.annotations.NullMarked;
