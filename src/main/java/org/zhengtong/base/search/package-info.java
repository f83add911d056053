/**
 * Full-text search (全文检索) in Chinese over what rooms contribute: facets, synonyms, marked words. Who may see what is
 * part of every question, so that not even a count tells of a document that its reader may not open.
 */
@ApplicationModule(
        id = "search",
        allowedDependencies = {"problem", "audit", "identity", "permission", "jobs", "pack", "ui"})
@NullMarked
package org.zhengtong.base.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
