package org.zhengtong.app.hall.web.tour;

import java.util.List;
import org.zhengtong.base.identity.DemoGroup;

/** The stations of the five-minute tour. */
public record TourPage(List<Station> stations) {

    /**
     * One station; its texts are {@code hall.tour.<number>.…}.
     *
     * @param people who plays here; each gets a button that signs in and leads to {@code next}
     */
    public record Station(int number, List<DemoGroup.Person> people, String next) {}
}
