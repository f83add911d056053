package org.zhengtong.service.items;

/** A common question (常见问题) and its answer. */
public record GuideQuestion(String question, String answer) {}
