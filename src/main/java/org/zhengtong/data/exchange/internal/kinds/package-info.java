/** The kinds of envelopes that the room itself receives. */
@NullMarked
package org.zhengtong.data.exchange.internal.kinds;

import org.jspecify.annotations.NullMarked;
