package org.zhengtong.service.items;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.identity.CurrentUser;

/** Front door of the room: service items in force, their earlier versions, and how they are found. */
public interface ServiceItems {

    /** The version in force. */
    Optional<ServiceItem> find(ItemCode code);

    /** One version, as a case started with it. */
    Optional<ServiceItem> find(ItemCode code, int version);

    /** The version in force; a problem when there is no such item. */
    ServiceItem require(ItemCode code);

    /** Items for a set of codes in one look-up; unknown ones are left out. */
    Map<ItemCode, ItemSummary> summaries(Collection<ItemCode> codes);

    /** Items by text and filters, best first, with the counts of every filter. */
    ItemResults search(ItemQuery query);

    /** The life events in the pack's order. */
    List<LifeEvent> lifeEvents();

    /** Counts of all filters over everything in these divisions. */
    ItemFacets counts(List<DivisionCode> divisions);

    /** How many items each of these divisions has of its own; those without any are left out. */
    Map<DivisionCode, Long> countsByDivision(Collection<DivisionCode> divisions);

    /** What the pack puts on the front page. */
    FrontPage frontPage();

    /**
     * Publishes a guide with other texts as the next version, by somebody who may edit items of the department.
     *
     * @param expectedVersion the version the editor saw
     */
    RevisionOutcome revise(ItemCode code, int expectedVersion, ServiceGuide guide, CurrentUser by);
}
