package org.zhengtong.service.supervision;

/** How grave a card is (黄牌、红牌); a later one outranks an earlier. */
public enum CardLevel {
    YELLOW,
    RED
}
