package org.zhengtong.app.hall.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the hall remembers of a draft beside its answers: rows that were removed and can be brought back, and pages to look
 * at again after the form changed. Kept under a key of its own in the draft, and never filed.
 */
public record DraftNotes(List<RemovedRow> removed, Set<String> toReview) {

    private static final String KEY = "~notes";
    private static final int MOST_REMOVED = 20;

    public DraftNotes {
        removed = List.copyOf(removed);
        toReview = Set.copyOf(toReview);
    }

    /** Nothing to remember. */
    public static final DraftNotes NONE = new DraftNotes(List.of(), Set.of());

    /**
     * A row somebody removed.
     *
     * @param pointer of the array it stood in
     * @param label how the page called it: 股东 2
     */
    public record RemovedRow(String page, String pointer, int index, String label, JsonNode content) {}

    /** Takes the notes out of a draft's stored answers; the answers stay without them. */
    static DraftNotes takeFrom(ObjectNode stored) {
        var node = stored.remove(KEY);
        if (node == null) {
            return NONE;
        }
        var rows = new ArrayList<RemovedRow>();
        for (var row : node.path("removed")) {
            rows.add(new RemovedRow(
                    row.path("page").asString(""),
                    row.path("pointer").asString(""),
                    row.path("index").asInt(0),
                    row.path("label").asString(""),
                    row.path("content")));
        }
        var review = new LinkedHashSet<String>();
        node.path("review").forEach(page -> review.add(page.asString("")));
        return new DraftNotes(rows, review);
    }

    /** The answers with these notes, to be stored. */
    ObjectNode putInto(ObjectNode answers) {
        var stored = answers.deepCopy();
        if (removed.isEmpty() && toReview.isEmpty()) {
            return stored;
        }
        var node = stored.putObject(KEY);
        var rows = node.putArray("removed");
        removed.forEach(row -> rows.addObject()
                .put("page", row.page())
                .put("pointer", row.pointer())
                .put("index", row.index())
                .put("label", row.label())
                .set("content", row.content()));
        var review = node.putArray("review");
        toReview.forEach(review::add);
        return stored;
    }

    /** The row of this page that was removed last. */
    public Optional<RemovedRow> lastRemoved(String page) {
        return removed.reversed().stream()
                .filter(row -> row.page().equals(page))
                .findFirst();
    }

    DraftNotes withRemoved(RemovedRow row) {
        var rows = new ArrayList<>(removed);
        rows.add(row);
        return new DraftNotes(rows.subList(Math.max(0, rows.size() - MOST_REMOVED), rows.size()), toReview);
    }

    DraftNotes without(RemovedRow row) {
        return new DraftNotes(removed.stream().filter(each -> !each.equals(row)).toList(), toReview);
    }

    DraftNotes reviewed(String page) {
        var review = new LinkedHashSet<>(toReview);
        review.remove(page);
        return new DraftNotes(removed, review);
    }

    /** The page was left: what was removed on it stays removed. */
    DraftNotes left(String page) {
        return new DraftNotes(
                removed.stream().filter(row -> !row.page().equals(page)).toList(), toReview);
    }

    /** Puts a removed row back where it stood, or at the end. */
    static void restore(RemovedRow row, ObjectNode answers) {
        if (answers.at(row.pointer()) instanceof ArrayNode rows) {
            rows.insert(Math.min(row.index(), rows.size()), row.content().deepCopy());
        }
    }
}
