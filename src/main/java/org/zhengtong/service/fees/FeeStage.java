package org.zhengtong.service.fees;

/** When the bill for a fee is made. */
public enum FeeStage {
    ACCEPTED,
    GRANTED
}
