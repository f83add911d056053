package org.zhengtong.base.ui.web;

/**
 * What an error page says.
 *
 * @param status HTTP status
 * @param title what happened
 * @param mend what to do now
 * @param number number to name on the telephone, also in the log
 */
public record ProblemPage(int status, String title, String mend, String number) {}
