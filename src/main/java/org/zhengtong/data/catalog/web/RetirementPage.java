package org.zhengtong.data.catalog.web;

import java.util.List;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.data.catalog.Resource;
import org.zhengtong.data.catalog.ResourceUses;

/** Asking for a resource to be taken out, with who depends on it. */
public record RetirementPage(
        Resource resource,
        List<ResourceUses.Use> uses,
        List<Resource> namedBy,
        String reason,
        List<FieldFault> errors) {}
