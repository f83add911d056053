package org.zhengtong.data.sharing.web.grant;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.data.sharing.Grants;
import org.zhengtong.data.sharing.Requests;
import org.zhengtong.data.sharing.web.SharingNames;

/** Which connected systems use the grants of one's department. */
@Controller("sharingSystemsController")
@RequestMapping("/staff/sharing/systems")
class SystemsController {

    private final Grants grants;
    private final Permissions permissions;
    private final SharingNames names;

    SystemsController(Grants grants, Permissions permissions, SharingNames names) {
        this.grants = grants;
        this.permissions = permissions;
        this.names = names;
    }

    @GetMapping
    ModelAndView show(@RequestParam(defaultValue = "") String done, CurrentUser user) {
        permissions.require(user, Requests.REQUEST_DATA);
        return page("", List.of(), List.of("bound", "unbound").contains(done) ? done : "", user);
    }

    private ModelAndView page(String typed, List<FieldFault> errors, String done, CurrentUser user) {
        var lines = grants.systems(user).stream()
                .map(system -> new GrantPages.SystemLine(system, names.department(system.department())))
                .toList();
        var view = new ModelAndView("sharing/systems");
        if (!errors.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view.addObject("page", new GrantPages.SystemsPage(lines, typed, errors, done));
    }

    @PostMapping
    ModelAndView bind(@RequestParam(defaultValue = "") String client, CurrentUser user, Shell shell) {
        return switch (grants.bind(client.strip(), user)) {
            case BOUND -> new ModelAndView("redirect:/staff/sharing/systems?done=bound");
            case UNKNOWN -> again(client, "sharing.fault.client", user, shell);
            case TAKEN -> again(client, "sharing.fault.client.taken", user, shell);
        };
    }

    private ModelAndView again(String client, String key, CurrentUser user, Shell shell) {
        return page(client, List.of(new FieldFault("client", shell.say(key))), "", user);
    }

    @PostMapping("/{client}/removal")
    ModelAndView unbind(@PathVariable String client, CurrentUser user) {
        grants.unbind(client, user);
        return new ModelAndView("redirect:/staff/sharing/systems?done=unbound");
    }
}
