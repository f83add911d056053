package org.zhengtong.service.appointments;

import java.time.LocalTime;

/** A time one can come at, and how many places are left. */
public record Slot(LocalTime starts, int left) {}
