package org.zhengtong.base.schema;

/** Something in a form's schema that cannot work: where (pointer into the schema) and what. */
public record SchemaFault(String pointer, Words text) {}
