@NullMarked
package org.zhengtong.base.database.internal;

import org.jspecify.annotations.NullMarked;
