package org.zhengtong.app.node.web;

import java.util.List;
import org.zhengtong.base.pack.ImportedPack;

/**
 * The packs of this node.
 *
 * @param said message key of what has just happened; empty when nothing has
 */
public record PacksPage(List<ImportedPack> packs, String said) {}
