package org.zhengtong.base.identity.web.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.ConnectedSystem;
import org.zhengtong.base.identity.ConnectedSystems;
import org.zhengtong.base.ui.FieldFault;

/**
 * The connected systems, and the form to connect one.
 *
 * @param told a system whose identifier and secret are told this once
 * @param done what was just done, or null
 * @param changed the system it was done to
 */
public record SystemsPage(
        List<ConnectedSystem> systems,
        String text,
        String issuer,
        ConnectedSystems.Typed typed,
        @Nullable Told told,
        @Nullable String done,
        long changed,
        List<FieldFault> errors) {

    /** What is told once. */
    public record Told(String name, String clientId, String secret) {}
}
