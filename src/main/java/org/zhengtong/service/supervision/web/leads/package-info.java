@NullMarked
package org.zhengtong.service.supervision.web.leads;

import org.jspecify.annotations.NullMarked;
