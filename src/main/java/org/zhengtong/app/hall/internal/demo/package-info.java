@NullMarked
package org.zhengtong.app.hall.internal.demo;

import org.jspecify.annotations.NullMarked;
