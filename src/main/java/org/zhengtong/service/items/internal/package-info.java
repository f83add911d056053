@NullMarked
package org.zhengtong.service.items.internal;

import org.jspecify.annotations.NullMarked;
