package org.zhengtong.service.items;

/** How an item can be handled (办理形式), GB/T 39046-2020 table A.5. */
public enum HandlingForm {
    WINDOW,
    COMPUTER,
    MOBILE,
    COURIER,
    OTHER
}
