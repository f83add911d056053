@NullMarked
package org.zhengtong.app.operating.internal;

import org.jspecify.annotations.NullMarked;
