package org.zhengtong.app.design.content;

/** What an answer of the form is. */
public enum FieldKind {
    TEXT,
    LONG_TEXT,
    NUMBER,
    DATE,
    CHOICE,
    YES_NO,
    CITIZEN_NUMBER,
    CREDIT_CODE,
    MOBILE,
    FILE
}
