@NullMarked
package org.zhengtong.base.backup.internal;

import org.jspecify.annotations.NullMarked;
