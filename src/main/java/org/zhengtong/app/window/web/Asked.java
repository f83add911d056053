package org.zhengtong.app.window.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.ui.Model;
import org.zhengtong.base.identity.CurrentUser;

/** Who asked for an action, in which language, and where the answer goes. */
record Asked(CurrentUser user, Locale locale, HttpServletResponse response, Model model) {}
