package org.zhengtong.service.casework;

/** Where a task stands: to be done, waiting for the applicant, done, no longer needed, or to be done at another node. */
public enum TaskState {
    OPEN,
    WAITING,
    DONE,
    CANCELED,
    ELSEWHERE
}
