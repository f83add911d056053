@NullMarked
package org.zhengtong.data.catalog.internal;

import org.jspecify.annotations.NullMarked;
