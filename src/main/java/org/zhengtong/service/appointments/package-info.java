/**
 * Appointments and queues (预约取号): who comes when to which counter of a hall, in which order people are called, and how long they
 * waited.
 */
@ApplicationModule(
        id = "appointments",
        allowedDependencies = {"problem", "workdays", "organization", "identity", "permission", "audit", "pack", "ui"})
@NullMarked
package org.zhengtong.service.appointments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
