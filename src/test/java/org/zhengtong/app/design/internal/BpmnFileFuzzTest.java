package org.zhengtong.app.design.internal;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.app.design.content.ItemContent;

/** Whatever file is handed in as a drawing, it is read or refused: no exception, no hang. */
class BpmnFileFuzzTest {

    @FuzzTest(maxDuration = "3m")
    void a_drawing(byte[] bytes) {
        try {
            var taken = BpmnTree.into(
                    new ItemContent(Map.of(), List.of(), List.of(), List.of(), 0),
                    BpmnFile.read(bytes),
                    _ -> Optional.empty());
            BpmnGraph.of(taken.content().tree(), "s", "e");
        } catch (BpmnFile.Unreadable expected) {
            // refused
        }
    }
}
