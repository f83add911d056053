package org.zhengtong.base.identity.web;

import java.util.List;
import org.zhengtong.base.ui.FieldFault;

/** The form that makes the first administrator. */
public record FirstAdministratorPage(String token, String name, String signInName, List<FieldFault> errors) {}
