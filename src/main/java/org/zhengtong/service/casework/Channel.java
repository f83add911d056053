package org.zhengtong.service.casework;

/** Where an application came in (申报来源): on the web by the applicant, or at the counter by a clerk for him. */
public enum Channel {
    ONLINE,
    WINDOW
}
