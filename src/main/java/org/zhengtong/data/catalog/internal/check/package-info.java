@NullMarked
package org.zhengtong.data.catalog.internal.check;

import org.jspecify.annotations.NullMarked;
