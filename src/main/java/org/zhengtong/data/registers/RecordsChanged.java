package org.zhengtong.data.registers;

/** Records of a register changed; which, {@link RegisterReading#changesAfter} tells. */
public record RecordsChanged(RegisterCode register, long fromPosition, long toPosition) {}
