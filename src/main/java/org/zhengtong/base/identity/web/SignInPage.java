package org.zhengtong.base.identity.web;

import java.util.List;
import org.zhengtong.base.identity.DemoGroup;
import org.zhengtong.base.ui.FieldFault;

/**
 * The page to sign in.
 *
 * @param next local address to go to afterwards, may be empty
 * @param kept whether a form was kept that waits for signing in
 */
public record SignInPage(String next, String name, boolean kept, List<FieldFault> errors, List<DemoGroup> groups) {}
