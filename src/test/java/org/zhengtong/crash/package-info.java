/** The program killed at any moment: what it acknowledged is there after the next start, once and whole. */
@NullMarked
package org.zhengtong.crash;

import org.jspecify.annotations.NullMarked;
