package org.zhengtong.data.registers;

import java.time.Instant;

/** A value was found wrong and corrected; whoever received it before must hear of it. */
public record ItemCorrected(RegisterCode register, RecordKey key, ItemName item, long correction, Instant at) {}
