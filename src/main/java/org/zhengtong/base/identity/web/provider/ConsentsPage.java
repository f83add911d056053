package org.zhengtong.base.identity.web.provider;

import java.util.List;
import org.zhengtong.base.identity.ConnectedSystems;

/** The systems one agreed to. */
public record ConsentsPage(List<ConnectedSystems.Consent> consents, boolean withdrawn) {}
