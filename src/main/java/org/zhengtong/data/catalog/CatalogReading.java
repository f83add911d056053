package org.zhengtong.data.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looking at resources: versions, what differs, what happened, who depends on them, what is wrong with them. */
public interface CatalogReading {

    /** The resource at an address, our own or a foreign one; a problem when there is none. */
    Resource require(String path);

    /** Its versions, newest first. */
    List<Version> versions(Resource resource);

    /** What was said in one version; a problem when there is none. */
    ResourceMetadata version(Resource resource, int version);

    /** What differs between two sheets, in the reader's words. */
    List<Difference> compare(ResourceMetadata before, ResourceMetadata after, Locale language);

    /** Everything that happened to it, newest first. */
    List<Event> events(ResourceCode code);

    /** Who uses it now. */
    List<ResourceUses.Use> usesOf(ResourceCode code);

    /** Resources that name it as related. */
    List<Resource> namedBy(ResourceCode code);

    /** What is wrong with it today, with its stored rows too. */
    List<RuleFinding> findings(Resource resource);

    /** The draft that will change or retire it. */
    Optional<CatalogDraft> draftOf(ResourceCode code);

    /** One version. */
    record Version(int version, ResourceState state, String note, String by, Instant at) {}

    /**
     * One field that differs.
     *
     * @param field key of its name
     * @param item name of the data item it belongs to; empty for the resource itself
     */
    record Difference(String field, String item, String before, String after) {}

    /** One thing that happened. */
    record Event(String kind, int version, String actor, String note, Instant at) {}
}
