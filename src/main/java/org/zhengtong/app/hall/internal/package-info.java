@NullMarked
package org.zhengtong.app.hall.internal;

import org.jspecify.annotations.NullMarked;
