@NullMarked
package org.zhengtong.app.design.internal;

import org.jspecify.annotations.NullMarked;
