@NullMarked
package org.zhengtong.base.schema.internal;

import org.jspecify.annotations.NullMarked;
