package org.zhengtong.app.operating.web;

import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhengtong.app.operating.NodeHealth;
import org.zhengtong.base.identity.CurrentUser;

/** How the node fares, in words. */
@Controller
class HealthController {

    private final NodeHealth health;
    private final Clock clock;

    HealthController(NodeHealth health, Clock clock) {
        this.health = health;
        this.clock = clock;
    }

    @GetMapping("/staff/health")
    String health(CurrentUser user, Model model) {
        model.addAttribute("page", new HealthPage(health.look(user), clock.instant()));
        return "operating/health";
    }
}
