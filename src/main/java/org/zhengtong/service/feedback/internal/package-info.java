@NullMarked
package org.zhengtong.service.feedback.internal;

import org.jspecify.annotations.NullMarked;
