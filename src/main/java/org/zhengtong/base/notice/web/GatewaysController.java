package org.zhengtong.base.notice.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.Gateways;
import org.zhengtong.base.permission.Permissions;

/** The ways out as configured, each with a test. */
@Controller
@RequestMapping("/staff/message-gateways")
class GatewaysController {

    private final Gateways gateways;
    private final Permissions permissions;

    GatewaysController(Gateways gateways, Permissions permissions) {
        this.gateways = gateways;
        this.permissions = permissions;
    }

    @GetMapping
    String list(CurrentUser user, Model model) {
        permissions.require(user, DeliveriesController.VIEW_OUTBOX);
        model.addAttribute("page", page(null, "", ""));
        return "notice/gateways";
    }

    private GatewaysPage page(@Nullable Channel refused, String faultKey, String typed) {
        return new GatewaysPage(gateways.list(), refused, faultKey, typed);
    }

    @PostMapping("/{channel}/test")
    ModelAndView test(
            @PathVariable Channel channel, @RequestParam(defaultValue = "") String address, CurrentUser user) {
        permissions.require(user, DeliveriesController.VIEW_OUTBOX);
        return switch (gateways.test(channel, address, user.actor())) {
            case Gateways.TestOutcome.Queued(var delivery) ->
                new ModelAndView("redirect:/staff/deliveries/" + delivery);
            case Gateways.TestOutcome.NotAnAddress _ -> refused(channel, "notice.fault.address." + channel, address);
            case Gateways.TestOutcome.NotConfigured _ -> refused(channel, "notice.fault.closed", address);
        };
    }

    private ModelAndView refused(Channel channel, String faultKey, String typed) {
        var refused = new ModelAndView("notice/gateways", HttpStatus.UNPROCESSABLE_CONTENT);
        refused.addObject("page", page(channel, faultKey, typed));
        return refused;
    }
}
