package org.zhengtong.data.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhengtong.base.identity.PublicPaths;
import org.zhengtong.data.exchange.NodeOffice;
import org.zhengtong.data.exchange.internal.transport.Rounds;

/** Where other nodes bring frames and ask for this node's card. Every frame is signed; nothing else is believed. */
@Controller
class FramesController {

    static final MediaType FRAMES = MediaType.parseMediaType("application/vnd.zhengtong.frames");

    /** A body longer than this is cut: what is missing is sent again. */
    private static final long LONGEST = 64L << 20;

    private final Rounds rounds;
    private final NodeOffice office;

    FramesController(Rounds rounds, NodeOffice office) {
        this.rounds = rounds;
        this.office = office;
    }

    @PostMapping("/exchange/frames")
    ResponseEntity<byte[]> frames(HttpServletRequest request) throws IOException {
        try (var body = new Limited(request.getInputStream(), LONGEST)) {
            return answer(rounds.answer(body));
        }
    }

    @GetMapping("/exchange/card")
    ResponseEntity<byte[]> card() {
        return answer(office.ownCard().bytes());
    }

    private static ResponseEntity<byte[]> answer(byte[] content) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(FRAMES)
                .body(content);
    }

    /** Other nodes have no session here. */
    @Component
    static class Paths implements PublicPaths {

        @Override
        public List<String> pages() {
            return List.of("/exchange/card");
        }

        @Override
        public List<String> callbacks() {
            return List.of("/exchange/frames");
        }
    }
}
