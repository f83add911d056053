package org.zhengtong.base.jobs;

import java.time.Instant;

/**
 * One failure of a job.
 *
 * @param reference number under which the log has it
 * @param words what went wrong, for people
 * @param stack what went wrong, for whoever repairs the program
 */
public record JobFailure(Instant at, String reference, JobNote words, String stack) {}
