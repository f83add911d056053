package org.zhengtong.app.hall.web.filing;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.app.hall.internal.DraftDesk;
import org.zhengtong.app.hall.internal.ExampleAnswers;
import org.zhengtong.app.hall.internal.OpenDraft;
import org.zhengtong.base.files.FileDownloads;
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.service.casework.DraftId;
import org.zhengtong.service.casework.Drafts;
import org.zhengtong.service.items.RequiredMaterial;
import org.zhengtong.service.items.ServiceItems;

/** A draft as a whole: its task list, its files, throwing it away and bringing it back. */
@Controller
@RequestMapping("/applications/{id}")
class DraftController {

    private static final Set<String> NOTICES = Set.of("saved", "example", "restored", "moved");

    private final DraftDesk desk;
    private final Drafts drafts;
    private final Forms forms;
    private final ServiceItems items;
    private final ExampleAnswers examples;
    private final FileStorage files;
    private final FileDownloads downloads;

    DraftController(
            DraftDesk desk,
            Drafts drafts,
            Forms forms,
            ServiceItems items,
            ExampleAnswers examples,
            FileStorage files,
            FileDownloads downloads) {
        this.desk = desk;
        this.drafts = drafts;
        this.forms = forms;
        this.items = items;
        this.examples = examples;
        this.files = files;
        this.downloads = downloads;
    }

    @GetMapping
    String taskList(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            CurrentUser user,
            java.util.Locale locale,
            Model model) {
        var open = desk.open(id, user);
        if (open.draft().filedAs() != null) {
            return "redirect:/applications/" + id + "/done";
        }
        model.addAttribute("page", page(open, NOTICES.contains(done) ? "hall.tasks.notice." + done : null, locale));
        return "hall/task_list";
    }

    private TaskListPage page(OpenDraft open, @Nullable String notice, java.util.Locale locale) {
        return new TaskListPage(
                open.draft(),
                forms.tasks(open.form(), open.answers(), locale),
                open.notes().toReview(),
                known(open),
                open.formChanged(),
                examples.offeredFor(open),
                notice);
    }

    private List<String> known(OpenDraft open) {
        return items.find(open.draft().itemCode()).stream()
                .flatMap(item -> item.guide().materials().stream())
                .filter(material -> material.necessity() == RequiredMaterial.Necessity.WAIVED)
                .map(RequiredMaterial::name)
                .toList();
    }

    @PostMapping("/example")
    String fillExample(@PathVariable long id, CurrentUser user) {
        examples.fill(desk.open(id, user), user);
        return "redirect:/applications/" + id + "?done=example";
    }

    @PostMapping("/removal")
    String remove(@PathVariable long id, CurrentUser user) {
        drafts.remove(new DraftId(id), user);
        return "redirect:/my/cases?removed=" + id;
    }

    @PostMapping("/restoration")
    String restore(@PathVariable long id, CurrentUser user) {
        drafts.restore(new DraftId(id), user);
        return "redirect:/applications/" + id + "?done=restored";
    }

    @GetMapping("/files/{file}")
    ResponseEntity<Resource> file(@PathVariable long id, @PathVariable UUID file, CurrentUser user) {
        var owner = desk.open(id, user).id().files();
        return downloads.inline(files.require(new FileId(file), owner));
    }
}
