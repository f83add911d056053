package org.zhengtong.base.geo.internal.shape;

import java.util.List;
import org.zhengtong.base.geo.FeatureFault;

/** What a source holds; with faults, the features do not count. */
public record ReadLayer(List<ReadFeature> features, List<FeatureFault> faults) {}
