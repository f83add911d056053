/** What the pages look up. */
@NullMarked
package org.zhengtong.data.exchange.internal.look;

import org.jspecify.annotations.NullMarked;
