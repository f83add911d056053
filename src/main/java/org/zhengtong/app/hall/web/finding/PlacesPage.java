package org.zhengtong.app.hall.web.finding;

import java.util.List;
import org.zhengtong.base.organization.Division;

/** A province with its cities and their counties, to choose a place from; counted are the items of each place itself. */
public record PlacesPage(Place place, Choice province, List<City> cities) {

    /** A place and its own items. */
    public record Choice(Division division, long items) {}

    /** A city and its counties. */
    public record City(Choice city, List<Choice> counties) {}
}
