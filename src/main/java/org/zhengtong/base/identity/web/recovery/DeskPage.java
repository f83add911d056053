package org.zhengtong.base.identity.web.recovery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.RealName;
import org.zhengtong.base.identity.Recovery;
import org.zhengtong.base.print.QrDrawing;
import org.zhengtong.base.ui.FieldFault;

/**
 * The counter's desk for accounts: an account found by its number, its check of identity, and a link to get back in.
 *
 * @param link a link just made, shown this once
 */
public record DeskPage(
        String number,
        Recovery.@Nullable Found found,
        @Nullable RealName realName,
        @Nullable String done,
        @Nullable String link,
        @Nullable QrDrawing drawing,
        boolean mayVerify,
        boolean mayRecover,
        List<FieldFault> errors) {}
