package org.zhengtong.data.exchange.web;

import java.util.List;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.internal.kinds.NoteStore;

/** Notes between administrators. */
public record NotesPage(
        List<NoteStore.Note> notes,
        List<ExchangeNode> receivers,
        String receiver,
        String text,
        boolean confidential,
        boolean manages,
        boolean sent,
        List<FieldFault> faults) {

    /** The name of a node, or its code when nobody knows it. */
    public String name(String code) {
        return receivers.stream()
                .filter(node -> node.code().value().equals(code))
                .map(ExchangeNode::name)
                .findFirst()
                .orElse(code);
    }
}
