/** Departments' seals on PDF and OFD, and the reading of signatures in anybody's file. */
@NullMarked
package org.zhengtong.base.trust.internal.seal;

import org.jspecify.annotations.NullMarked;
