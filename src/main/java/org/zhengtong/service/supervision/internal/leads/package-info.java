@NullMarked
package org.zhengtong.service.supervision.internal.leads;

import org.jspecify.annotations.NullMarked;
