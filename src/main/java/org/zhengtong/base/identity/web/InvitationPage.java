package org.zhengtong.base.identity.web;

import java.util.List;
import org.zhengtong.base.ui.FieldFault;

/** The form by which an invited member of staff chooses name and password. */
public record InvitationPage(String token, String name, String signInName, List<FieldFault> errors) {}
