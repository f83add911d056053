package org.zhengtong.service.supervision.web.score;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.PublicPaths;

/** Frozen scores are for everybody. */
@Component
class PublishedScores implements PublicPaths {

    @Override
    public List<String> pages() {
        return List.of("/supervision", "/supervision/{department}");
    }
}
