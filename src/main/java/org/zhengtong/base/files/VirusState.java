package org.zhengtong.base.files;

/** What is known about a file's harmlessness; shown as it is. */
public enum VirusState {
    /** No scanner is configured, so nobody looked. */
    UNCHECKED,
    /** The scanner found nothing. */
    CLEAN
}
