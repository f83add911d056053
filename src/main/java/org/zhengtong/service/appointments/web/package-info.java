@NullMarked
package org.zhengtong.service.appointments.web;

import org.jspecify.annotations.NullMarked;
