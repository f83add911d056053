@NullMarked
package org.zhengtong.service.supervision.internal.demo;

import org.jspecify.annotations.NullMarked;
