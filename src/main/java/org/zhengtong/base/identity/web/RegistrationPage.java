package org.zhengtong.base.identity.web;

import java.util.List;
import org.zhengtong.base.ui.FieldFault;

/** The form to open an account, with what was typed; passwords are never shown again. */
public record RegistrationPage(
        String name,
        String number,
        String creditCode,
        String legalRepresentative,
        String mobile,
        String next,
        List<FieldFault> errors) {}
