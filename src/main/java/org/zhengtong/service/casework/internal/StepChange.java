package org.zhengtong.service.casework.internal;

import java.util.ArrayList;
import java.util.List;

/** What a change does to the tree of its case alone; most changes do nothing to it. */
final class StepChange {

    final List<Added> added = new ArrayList<>();
    final List<AddedStep> ended = new ArrayList<>();

    record Added(AddedStep step, String reason) {}
}
