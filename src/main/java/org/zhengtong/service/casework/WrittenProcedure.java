package org.zhengtong.service.casework;

/**
 * A procedure and its form in the words of a pack: {@code procedures/<key>.yaml} and {@code forms/<formKey>.json}.
 *
 * @param procedure YAML or JSON
 * @param form JSON Schema with the keywords of {@code docs/integration/forms.md}
 */
public record WrittenProcedure(String key, String procedure, String formKey, String form) {}
