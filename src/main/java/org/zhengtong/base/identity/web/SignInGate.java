package org.zhengtong.base.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.SecondFactors;
import org.zhengtong.base.identity.SignInMethod;

/** Lets somebody in whose first factor was right, or sends on to the second. */
@Component
public class SignInGate {
    static final String CODE = "/sign-in/code";
    static final String SETTING_UP = "/sign-in/setting-up";

    private final SecondFactors factors;
    private final HalfSignIn half;
    private final SignInSession session;
    private final WayOn wayOn;

    SignInGate(SecondFactors factors, HalfSignIn half, SignInSession session, WayOn wayOn) {
        this.factors = factors;
        this.half = half;
        this.session = session;
        this.wayOn = wayOn;
    }

    /** Gives the address to go to. */
    public String enter(
            HttpServletRequest request,
            HttpServletResponse response,
            AccountId account,
            SignInMethod method,
            String next) {
        var demand = method.strong() || method == SignInMethod.DEMONSTRATION
                ? SecondFactors.Demand.NOTHING
                : factors.demandOf(account);
        return switch (demand) {
            case NOTHING -> {
                session.begin(request, response, account, method);
                yield wayOn.after(request, account, next);
            }
            case CODE -> {
                half.begin(request, account, next);
                yield CODE;
            }
            case SETTING_UP -> {
                half.begin(request, account, next);
                yield SETTING_UP;
            }
        };
    }
}
