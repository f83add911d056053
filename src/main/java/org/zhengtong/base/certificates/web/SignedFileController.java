package org.zhengtong.base.certificates.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.PublicPaths;
import org.zhengtong.base.trust.SignedFiles;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;

/** Anybody uploads a signed file and reads who signed it and whether that holds; the file is not kept. */
@Controller
@RequestMapping(SignedFileController.PATH)
class SignedFileController {

    static final String PATH = "/signed-files";
    private static final long LARGEST = 20L * 1024 * 1024;

    private final SignedFiles files;
    private final Texts texts;

    SignedFileController(SignedFiles files, Texts texts) {
        this.files = files;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView form() {
        return page(SignedFilePage.empty(), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView read(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable MultipartFile original,
            Locale locale)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return refused("file", "certificates.file.missing", locale);
        }
        if (file.getSize() > LARGEST) {
            return refused("file", "certificates.file.large", locale);
        }
        if (original != null && original.getSize() > LARGEST) {
            return refused("original", "certificates.file.large", locale);
        }
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        var read = files.read(file.getBytes(), original == null ? new byte[0] : original.getBytes());
        return page(new SignedFilePage(read, name, List.of()), HttpStatus.OK);
    }

    private ModelAndView refused(String field, String key, Locale locale) {
        return page(
                SignedFilePage.faulty(new FieldFault(field, texts.say(locale, key))), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView page(SignedFilePage page, HttpStatus status) {
        return new ModelAndView("certificates/signed_file", Map.of("page", page), status);
    }

    /** For everybody. */
    @Component
    static class Paths implements PublicPaths {

        @Override
        public List<String> pages() {
            return List.of(PATH);
        }

        @Override
        public List<String> forms() {
            return List.of(PATH);
        }
    }
}
