package org.zhengtong.service.appointments;

import java.time.LocalDate;
import java.time.LocalTime;
import org.zhengtong.base.identity.AccountId;

/** An appointment (预约); its code is what one says on arrival. */
public record Appointment(
        String code, String hall, String business, LocalDate day, LocalTime starts, AccountId account, State state) {

    /** Where it stands; one that is still booked after its day was missed. */
    public enum State {
        BOOKED,
        ARRIVED,
        CANCELED
    }
}
