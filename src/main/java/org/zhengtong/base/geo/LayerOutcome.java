package org.zhengtong.base.geo;

import java.util.List;

/** What became of a layer that somebody wanted to add. */
public sealed interface LayerOutcome {

    /** The layer is there. */
    record Added(Layer layer) implements LayerOutcome {}

    /** The layer is as wished. */
    record Changed(Layer layer) implements LayerOutcome {}

    /** Nothing was taken over, because of these faults; the first hundred of them. */
    record Refused(List<FeatureFault> faults) implements LayerOutcome {}

    /** Another layer has this code, or a removed one that could be brought back. */
    record CodeTaken(Layer by) implements LayerOutcome {}
}
