package org.zhengtong.service.casework;

/** Where a task stands: to be done, waiting for the applicant, done, or no longer needed. */
public enum TaskState {
    OPEN,
    WAITING,
    DONE,
    CANCELED
}
