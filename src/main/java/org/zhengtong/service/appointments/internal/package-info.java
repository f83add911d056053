@NullMarked
package org.zhengtong.service.appointments.internal;

import org.jspecify.annotations.NullMarked;
