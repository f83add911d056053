@NullMarked
package org.zhengtong.base.jobs.internal;

import org.jspecify.annotations.NullMarked;
