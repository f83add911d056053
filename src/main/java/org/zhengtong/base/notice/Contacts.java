package org.zhengtong.base.notice;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.identity.AccountId;

/** How somebody wants to be reached (我的提醒方式). An address counts once its owner typed the code that was sent to it. */
public interface Contacts {

    /** The checked addresses. */
    List<Contact> of(AccountId account);

    /** Sends a code to the address. */
    ContactOutcome ask(AccountId account, Channel channel, String address);

    /** The address a code was sent to and is waited for. */
    Optional<String> asked(AccountId account, Channel channel);

    /** Takes the address over when the code is right. */
    ContactOutcome confirm(AccountId account, Channel channel, String code, Actor by);

    /** Switches a channel on or off. */
    void choose(AccountId account, Channel channel, boolean enabled, Actor by);

    /** Forgets the address. */
    void forget(AccountId account, Channel channel, Actor by);

    /** Language, deputy and quiet hours. */
    Preference preference(AccountId account);

    void prefer(AccountId account, Preference preference, Actor by);

    /**
     * What holds for all channels.
     *
     * @param language {@code zh} or {@code en}
     * @param deputy who gets what needs an answer and was not acknowledged
     * @param quiet hours in which nothing rings; null for those of the node
     */
    record Preference(
            String language,
            @Nullable AccountId deputy,
            @Nullable QuietTime quiet) {}

    /** The node's quiet hours. */
    QuietTime usualQuiet();
}
