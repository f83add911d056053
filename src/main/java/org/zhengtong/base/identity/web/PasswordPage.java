package org.zhengtong.base.identity.web;

import java.util.List;
import org.zhengtong.base.ui.FieldFault;

/** The form to change one's password. */
public record PasswordPage(boolean staff, List<FieldFault> errors) {}
