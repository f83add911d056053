package org.zhengtong.data.connectors.web;

import java.util.List;
import java.util.Map;
import org.zhengtong.data.connectors.internal.running.Pushing;

/** The interface for pushing rows as an OpenAPI document. */
final class PushDocument {

    private static final Map<String, Object> TEXT = Map.of("type", "string");
    private static final Map<String, Object> COUNT = Map.of("type", "integer", "format", "int64");

    static final Map<String, Object> OPENAPI = Map.of(
            "openapi", "3.0.3",
            "info", Map.of("title", "Zhengtong connectors: pushing rows", "version", "1"),
            "paths", Map.of("/api/connectors/v1/contracts/{id}/rows", Map.of("post", push())),
            "components",
                    Map.of(
                            "securitySchemes", Map.of("key", Map.of("type", "http", "scheme", "bearer")),
                            "schemas", Map.of("Rows", rows(), "Report", report())));

    private PushDocument() {}

    private static Map<String, Object> push() {
        return Map.of(
                "operationId",
                "pushRows",
                "summary",
                "Loads rows into the contract's register. The same request again gets the same answer.",
                "security",
                List.of(Map.of("key", List.of())),
                "parameters",
                List.of(
                        Map.of("name", "id", "in", "path", "required", true, "schema", COUNT),
                        Map.of(
                                "name",
                                "Idempotency-Key",
                                "in",
                                "header",
                                "required",
                                true,
                                "description",
                                "Number by which the sender knows this request",
                                "schema",
                                Map.of("type", "string", "pattern", "^[A-Za-z0-9._:-]{1,100}$"))),
                "requestBody",
                Map.of("required", true, "content", json("Rows")),
                "responses",
                Map.of(
                        "200",
                        Map.of(
                                "description",
                                "Loaded; rows that were set aside are told one by one",
                                "content",
                                json("Report")),
                        "400",
                        Map.of("description", "The request is no list of rows, or has no number"),
                        "401",
                        Map.of("description", "The key is wrong"),
                        "409",
                        Map.of("description", "The number was used with other contents, or is being worked on"),
                        "413",
                        Map.of("description", "Too many rows"),
                        "422",
                        Map.of("description", "A member of the rows is no item, or the key is missing")));
    }

    private static Map<String, Object> json(String schema) {
        return Map.of("application/json", Map.of("schema", Map.of("$ref", "#/components/schemas/" + schema)));
    }

    private static Map<String, Object> rows() {
        return Map.of(
                "type",
                "object",
                "required",
                List.of("rows"),
                "properties",
                Map.of(
                        "rows",
                        Map.of(
                                "type",
                                "array",
                                "maxItems",
                                Pushing.MOST_ROWS,
                                "items",
                                Map.of("type", "object", "description", "Values by names of items"))));
    }

    private static Map<String, Object> report() {
        var fault = Map.of("type", "object", "properties", Map.of("item", TEXT, "rule", TEXT, "text", TEXT));
        var row = Map.of(
                "type",
                "object",
                "properties",
                Map.of("row", COUNT, "faults", Map.of("type", "array", "items", fault)));
        var counts = Map.of(
                "type",
                "object",
                "properties",
                Map.of("read", COUNT, "written", COUNT, "unchanged", COUNT, "setAside", COUNT));
        return Map.of(
                "type",
                "object",
                "properties",
                Map.of(
                        "request", TEXT,
                        "state", TEXT,
                        "counts", counts,
                        "setAside", Map.of("type", "array", "items", row)));
    }
}
