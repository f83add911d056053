package org.zhengtong.base.jobs;

import java.time.Duration;
import java.time.LocalTime;

/** When a recurring job runs. */
public sealed interface JobSchedule {

    /** Again after a pause, counted from the end of the run before. */
    record Every(Duration pause) implements JobSchedule {
        public Every {
            if (pause.isNegative() || pause.isZero()) {
                throw new IllegalArgumentException("Not a pause: " + pause);
            }
        }
    }

    /** Once a day, at this time of the platform's zone. */
    record Daily(LocalTime at) implements JobSchedule {}

    static JobSchedule every(Duration pause) {
        return new Every(pause);
    }

    static JobSchedule daily(LocalTime at) {
        return new Daily(at);
    }
}
