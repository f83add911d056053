package org.zhengtong.data.mediation.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhengtong.base.identity.PublicPaths;
import org.zhengtong.data.mediation.internal.call.IncomingCalls;

/** Where other nodes bring calls. Every question is signed; nothing else is believed. */
@Controller
class NodeCallsController {

    private static final MediaType FRAMES = MediaType.parseMediaType("application/vnd.zhengtong.frames");

    private final IncomingCalls calls;

    NodeCallsController(IncomingCalls calls) {
        this.calls = calls;
    }

    @PostMapping("/mediation/calls")
    ResponseEntity<byte[]> call(HttpServletRequest request) throws IOException {
        try (var body = request.getInputStream()) {
            return calls.answer(body)
                    .map(answer -> ResponseEntity.ok()
                            .cacheControl(CacheControl.noStore())
                            .contentType(FRAMES)
                            .body(answer))
                    .orElseGet(() -> ResponseEntity.badRequest().build());
        }
    }

    /** Other nodes and systems have no session here. */
    @Component
    static class Paths implements PublicPaths {

        @Override
        public List<String> pages() {
            return List.of();
        }

        @Override
        public List<String> callbacks() {
            return List.of("/mediation/calls");
        }

        @Override
        public List<String> programs() {
            return List.of("/mediation/v1/**", "/govstack/**");
        }
    }
}
