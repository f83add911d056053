package org.zhengtong.service.items;

import java.util.List;

/** How many of the found items each filter value would leave, most first. */
public record ItemFacets(List<Count> departments, List<Count> lifeEvents, List<Count> targets, List<Count> kinds) {

    /** A filter value and the number of items that have it. */
    public record Count(String value, long items) {}
}
