package org.zhengtong.app.design.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.ItemDesigns.SaveOutcome;
import org.zhengtong.app.design.internal.BpmnImport;
import org.zhengtong.app.design.internal.BpmnImport.Outcome;
import org.zhengtong.app.design.internal.BpmnText;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.FieldFault;

/** Drawings go to other tools and come from them as BPMN 2.0. */
@Controller
@RequestMapping("/staff/design/{id:[0-9]{1,18}}/procedure.bpmn")
class BpmnController {

    private final Desk desk;
    private final DrawingPages pages;
    private final BpmnText text;
    private final BpmnImport files;

    BpmnController(Desk desk, DrawingPages pages, BpmnText text, BpmnImport files) {
        this.desk = desk;
        this.pages = pages;
        this.text = text;
        this.files = files;
    }

    /** The drawing for other tools. */
    @GetMapping
    ResponseEntity<String> write(@PathVariable long id, CurrentUser user) {
        var draft = desk.open(id, user);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"procedure-" + id + ".bpmn\"")
                .body(text.write(draft));
    }

    /** Puts the drawing of a file in the place of this one, and shows what could not be taken over. */
    @PostMapping
    ModelAndView read(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "0") int version,
            CurrentUser user,
            Locale locale)
            throws IOException {
        var draft = desk.open(id, user);
        if (file == null || file.isEmpty()) {
            return refused(draft, "file", desk.say(locale, "design.bpmn.no_file"), locale);
        }
        if (file.getSize() > BpmnImport.MOST_BYTES) {
            return refused(
                    draft, "file", desk.say(locale, "design.bpmn.too_large", BpmnImport.MOST_BYTES >> 20), locale);
        }
        return switch (files.read(draft.content(), desk.choosable(draft), file.getBytes(), locale)) {
            case Outcome.Unreadable unreadable -> refused(draft, "file", unreadable.sentence(), locale);
            case Outcome.Taken taken ->
                desk.designs().save(draft.seenAt(version), taken.content(), user) == SaveOutcome.SAVED
                        ? Desk.page(
                                "design/drawing",
                                pages.of(desk.open(id, user), null, List.of(), locale)
                                        .reporting(taken.report()),
                                false)
                        : refused(desk.open(id, user), "main", desk.say(locale, "design.overtaken"), locale);
        };
    }

    private ModelAndView refused(ItemDesign draft, String field, String sentence, Locale locale) {
        var told = List.of(new FieldFault(field, sentence));
        return Desk.page("design/drawing", pages.of(draft, null, told, locale), true);
    }
}
