@NullMarked
package org.zhengtong.base.backup;

import org.jspecify.annotations.NullMarked;
