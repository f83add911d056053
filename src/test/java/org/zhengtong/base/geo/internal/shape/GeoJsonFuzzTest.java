package org.zhengtong.base.geo.internal.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import org.zhengtong.base.geo.CoordinateSystem;
import org.zhengtong.base.geo.GeoPoint;

/** Any bytes are either features that can be stored and asked, or faults; never an exception. */
class GeoJsonFuzzTest {

    private static final SourceLimits LIMITS = new SourceLimits(1000, 10_000, 20);

    @FuzzTest(maxDuration = "10m")
    void reads_any_bytes(FuzzedDataProvider input) {
        var system = input.pickValue(CoordinateSystem.values());
        var layer = SomeLayer.of("fuzzed", system, input.consumeBoolean() ? 117 : null);

        var read = GeoJsonReader.read(new ByteArrayInputStream(input.consumeRemainingAsBytes()), layer, LIMITS);

        assertThat(read.faults().isEmpty() && read.features().isEmpty()).isFalse();
        if (read.faults().isEmpty()) {
            read.features().forEach(feature -> ExactTests.covers(feature.shape(), new GeoPoint(117, 36)));
        }
    }
}
