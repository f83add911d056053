/** How a printed sheet becomes a fixed-layout file. */
@NullMarked
package org.zhengtong.base.print.internal;

import org.jspecify.annotations.NullMarked;
