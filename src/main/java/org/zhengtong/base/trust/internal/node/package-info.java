/** Nodes among each other: secrets that only a partner opens, and the papers by which it is known. */
@NullMarked
package org.zhengtong.base.trust.internal.node;

import org.jspecify.annotations.NullMarked;
