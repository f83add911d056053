package org.zhengtong.app.window.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.Appearance;

/** Hands each action of the case page its {@link Asked}. */
@ControllerAdvice(
        assignableTypes = {
            CaseController.class,
            CommitmentController.class,
            ConsultController.class,
            LimitController.class,
            SignController.class,
            StepController.class,
            ReopeningController.class,
            SuspensionController.class,
            VisitController.class
        })
class AskedAdvice {

    @ModelAttribute
    Asked asked(CurrentUser user, HttpServletRequest request, HttpServletResponse response, Model model) {
        return new Asked(user, Appearance.of(request).locale(), response, model);
    }
}
