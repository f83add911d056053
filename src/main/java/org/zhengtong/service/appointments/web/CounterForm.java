package org.zhengtong.service.appointments.web;

import org.jspecify.annotations.Nullable;

/**
 * What the counter's forms send.
 *
 * @param counter the counter's name, kept from page to page
 * @param only the business this counter calls; all when empty
 * @param code an appointment's code
 * @param business of a ticket for a walk-in
 * @param act what is done with a called ticket
 * @param to the business a called ticket is passed on to
 */
public record CounterForm(
        @Nullable String counter,
        @Nullable String only,
        @Nullable String code,
        @Nullable String business,
        @Nullable String act,
        @Nullable String to) {

    private static final int LONGEST = 20;

    public String counterName() {
        var name = counter == null ? "" : counter.strip();
        return name.substring(0, Math.min(LONGEST, name.length()));
    }

    public String typed() {
        return code == null ? "" : code.strip();
    }
}
