package org.zhengtong.base.organization;

import java.util.List;

/** The organization as three tables of text, as files and forms know it; the first column is the key. */
public enum OrganizationTable {
    DEPARTMENT(
            List.of(
                    "id",
                    "name",
                    "short_name",
                    "kind",
                    "parent",
                    "credit_code",
                    "phone",
                    "address",
                    "opened_on",
                    "closed_on"),
            List.of("id", "name", "kind", "credit_code")),
    POST(List.of("id", "name", "closed_on"), List.of("id", "name")),
    STAFF(List.of("id", "name", "department", "posts", "left_on"), List.of("id", "name", "department"));

    private final List<String> columns;
    private final List<String> required;

    OrganizationTable(List<String> columns, List<String> required) {
        this.columns = columns;
        this.required = required;
    }

    /** All columns in the order of the file. */
    public List<String> columns() {
        return columns;
    }

    /** The columns that no row may leave empty. */
    public List<String> required() {
        return required;
    }
}
