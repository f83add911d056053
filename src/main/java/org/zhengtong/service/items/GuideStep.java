package org.zhengtong.service.items;

/** A step of the process (办理流程) in words; the lanes of a joint item stand after the first step. */
public record GuideStep(String title, String text) {}
