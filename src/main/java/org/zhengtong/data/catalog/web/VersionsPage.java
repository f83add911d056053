package org.zhengtong.data.catalog.web;

import java.util.List;
import org.zhengtong.data.catalog.CatalogReading.Difference;
import org.zhengtong.data.catalog.CatalogReading.Version;
import org.zhengtong.data.catalog.Resource;

/** Versions of a resource, and what differs between two of them. */
public record VersionsPage(Resource resource, List<Version> versions, int from, int to, List<Difference> differences) {}
