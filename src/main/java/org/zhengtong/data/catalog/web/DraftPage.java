package org.zhengtong.data.catalog.web;

import java.util.List;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.data.catalog.CatalogDraft;
import org.zhengtong.data.catalog.CatalogLists.Entry;
import org.zhengtong.data.catalog.CatalogLists.ExtensionField;
import org.zhengtong.data.catalog.RuleFinding;

/**
 * The editor of one draft.
 *
 * @param errors faults that stand beside their fields after a refusal
 * @param findings everything that rules say now, for the panel at the side
 */
public record DraftPage(
        CatalogDraft draft,
        DraftForm form,
        List<FieldFault> errors,
        List<RuleFinding> findings,
        List<Entry> classes,
        List<Entry> formats,
        List<ExtensionField> extension,
        Words words,
        boolean saved,
        boolean overtaken) {

    /** The texts beside a field; empty when nothing is wrong with it. */
    public List<FieldFault> at(String field) {
        return errors.stream().filter(each -> each.field().equals(field)).toList();
    }
}
