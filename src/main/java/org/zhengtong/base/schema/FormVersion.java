package org.zhengtong.base.schema;

/** SHA-256 of a form's canonical text: two forms with the same version are the same form. */
public record FormVersion(String value) {
    public FormVersion {
        if (!value.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Not a form version: " + value);
        }
    }
}
