/** The format on the wire and in files. */
@NullMarked
package org.zhengtong.data.exchange.internal.frame;

import org.jspecify.annotations.NullMarked;
