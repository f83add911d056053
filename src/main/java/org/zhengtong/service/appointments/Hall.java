package org.zhengtong.service.appointments;

import java.util.List;
import java.util.Optional;
import org.zhengtong.base.organization.DepartmentId;

/**
 * A hall (大厅) people come to.
 *
 * @param limits how many appointments a person may have, and when he has missed too many
 */
public record Hall(
        String code, String name, String address, DepartmentId department, Limits limits, List<Business> businesses) {

    /**
     * Limits against appointments nobody keeps.
     *
     * @param daysAhead how far ahead one can book
     * @param mostOpen how many a person can have at once
     * @param mostMissed with so many missed ones within {@code missedDays} nobody books any more
     */
    public record Limits(int daysAhead, int mostOpen, int mostMissed, int missedDays) {}

    public Optional<Business> business(String code) {
        return businesses.stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
