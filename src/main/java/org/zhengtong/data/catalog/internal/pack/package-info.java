@NullMarked
package org.zhengtong.data.catalog.internal.pack;

import org.jspecify.annotations.NullMarked;
