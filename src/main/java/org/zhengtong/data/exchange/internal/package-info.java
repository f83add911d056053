/** The work of the room. */
@NullMarked
package org.zhengtong.data.exchange.internal;

import org.jspecify.annotations.NullMarked;
