@NullMarked
package org.zhengtong.base.search.internal;

import org.jspecify.annotations.NullMarked;
