package org.zhengtong.base.identity.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.PublicPaths;

/** The addresses of this room that anybody may use. */
@Component
class IdentityPaths implements PublicPaths {
    static final String SIGN_IN = "/sign-in";
    static final String DEMO_SIGN_IN = "/sign-in/demo";
    static final String CERTIFICATE = "/sign-in/certificate";
    static final String RECOVERY = "/recovery";
    static final String PASSKEY = "/sign-in/passkey";
    static final String SIGN_OUT = "/sign-out";
    static final String CITIZEN = "/registration/citizen";
    static final String ENTERPRISE = "/registration/enterprise";
    static final String FIRST_ADMINISTRATOR = "/first-administrator";
    static final String INVITATION = "/invitation";

    @Override
    public List<String> pages() {
        return List.of(
                SIGN_IN,
                "/registration",
                CITIZEN,
                ENTERPRISE,
                FIRST_ADMINISTRATOR,
                INVITATION,
                PostKeeper.PAGE,
                SignInGate.CODE,
                SignInGate.SETTING_UP,
                CERTIFICATE,
                RECOVERY,
                RECOVERY + "/password",
                "/actuator/health/**",
                "/favicon.ico");
    }

    @Override
    public List<String> forms() {
        return List.of(
                SIGN_IN,
                DEMO_SIGN_IN,
                SIGN_OUT,
                CITIZEN,
                ENTERPRISE,
                FIRST_ADMINISTRATOR,
                INVITATION,
                SignInGate.CODE,
                SignInGate.SETTING_UP,
                CERTIFICATE,
                RECOVERY,
                RECOVERY + "/password",
                PASSKEY,
                PASSKEY + "/options",
                PostKeeper.PAGE + "/removal");
    }

    /** Forms of this room are not kept: most hold a password. */
    static boolean isOwnForm(String path) {
        return path.startsWith(SIGN_IN)
                || path.equals(SIGN_OUT)
                || path.startsWith("/registration/")
                || path.equals(FIRST_ADMINISTRATOR)
                || path.equals(INVITATION)
                || path.startsWith(RECOVERY)
                || path.startsWith(PostKeeper.PAGE)
                || path.startsWith("/account/");
    }

    /** The page that shows a form of this room anew. */
    static String pageOf(String path) {
        if (path.startsWith("/account/agencies")) {
            return "/account/agencies";
        }
        if (path.startsWith("/account/systems")) {
            return "/account/systems";
        }
        if (path.startsWith("/account/passkeys")) {
            return "/account/passkeys";
        }
        if (path.startsWith("/account/second-factor")) {
            return "/account/second-factor";
        }
        if (path.startsWith("/account/sessions")) {
            return "/account/sessions";
        }
        if (path.startsWith(PostKeeper.PAGE)) {
            return PostKeeper.PAGE;
        }
        return path.equals(DEMO_SIGN_IN) || path.startsWith(PASSKEY) ? SIGN_IN : path.equals(SIGN_OUT) ? "/" : path;
    }
}
