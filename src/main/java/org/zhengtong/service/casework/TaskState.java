package org.zhengtong.service.casework;

/** Where a task stands: to be done, waiting (for the applicant, or for the end of a special procedure), done, no longer needed, or to be done at another node. */
public enum TaskState {
    OPEN,
    WAITING,
    DONE,
    CANCELED,
    ELSEWHERE
}
