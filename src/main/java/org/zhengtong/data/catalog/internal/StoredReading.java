package org.zhengtong.data.catalog.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.catalog.CatalogDraft;
import org.zhengtong.data.catalog.CatalogProblem;
import org.zhengtong.data.catalog.CatalogReading;
import org.zhengtong.data.catalog.Resource;
import org.zhengtong.data.catalog.ResourceCode;
import org.zhengtong.data.catalog.ResourceMetadata;
import org.zhengtong.data.catalog.ResourceUses;
import org.zhengtong.data.catalog.RuleFinding;
import org.zhengtong.data.catalog.internal.check.RowFindings;

@Service
class StoredReading implements CatalogReading {
    private final ResourceStore resources;
    private final DraftStore drafts;
    private final DatasetStore datasets;
    private final MetadataFields fields;
    private final Rules rules;
    private final ObjectProvider<ResourceUses> uses;

    StoredReading(
            ResourceStore resources,
            DraftStore drafts,
            DatasetStore datasets,
            MetadataFields fields,
            Rules rules,
            ObjectProvider<ResourceUses> uses) {
        this.resources = resources;
        this.drafts = drafts;
        this.datasets = datasets;
        this.fields = fields;
        this.rules = rules;
        this.uses = uses;
    }

    @Override
    public Resource require(String path) {
        return find(path).orElseThrow(() -> new ProblemException(CatalogProblem.RESOURCE_NOT_FOUND, path));
    }

    private Optional<Resource> find(String path) {
        var cut = path.lastIndexOf('~');
        var code = path.substring(cut + 1).replace('-', '/');
        return ResourceCode.fits(code)
                ? resources.find(cut < 0 ? "" : path.substring(0, cut), new ResourceCode(code))
                : Optional.empty();
    }

    @Override
    public List<Version> versions(Resource resource) {
        return resources.versions(resource.id());
    }

    @Override
    public ResourceMetadata version(Resource resource, int version) {
        return resources
                .version(resource.id(), version)
                .orElseThrow(() -> new ProblemException(CatalogProblem.VERSION_NOT_FOUND, version));
    }

    @Override
    public List<Difference> compare(ResourceMetadata before, ResourceMetadata after, Locale language) {
        return fields.compare(before, after, language);
    }

    @Override
    public List<Event> events(ResourceCode code) {
        return drafts.events(code);
    }

    @Override
    public List<ResourceUses.Use> usesOf(ResourceCode code) {
        return uses.orderedStream().flatMap(each -> each.usesOf(code).stream()).toList();
    }

    @Override
    public List<Resource> namedBy(ResourceCode code) {
        return resources.namedBy(code);
    }

    @Override
    public List<RuleFinding> findings(Resource resource) {
        var findings = new ArrayList<>(rules.checkPublished(resource.code().value(), resource.metadata()));
        datasets.findTable(resource.id())
                .ifPresent(table -> findings.addAll(RowFindings.of(table, resource.metadata())));
        return List.copyOf(findings);
    }

    @Override
    public Optional<CatalogDraft> draftOf(ResourceCode code) {
        return drafts.findByCode(code);
    }
}
