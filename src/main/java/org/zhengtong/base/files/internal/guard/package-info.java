/** Work on strangers' files in a process of its own, which may run out of time or memory without harm to the platform. */
@NullMarked
package org.zhengtong.base.files.internal.guard;

import org.jspecify.annotations.NullMarked;
