package org.zhengtong.data.catalog.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.catalog.CatalogProblem;
import org.zhengtong.data.catalog.CatalogReading;
import org.zhengtong.data.catalog.OpenData;
import org.zhengtong.data.catalog.Resource;
import org.zhengtong.data.catalog.ResourceItem;
import org.zhengtong.data.catalog.internal.check.NameKey;

/** Open resources with those columns only whose items are open. */
@Service
class StoredOpenData implements OpenData {
    private final CatalogReading reading;
    private final DatasetStore datasets;

    StoredOpenData(CatalogReading reading, DatasetStore datasets) {
        this.reading = reading;
        this.datasets = datasets;
    }

    @Override
    public Resource require(String path) {
        var resource = reading.require(path);
        if (!resource.open()) {
            throw new ProblemException(CatalogProblem.DATASET_NOT_FOUND, path);
        }
        return resource;
    }

    @Override
    public List<Distribution> distributions(Resource resource) {
        return datasets.distributions(resource.id());
    }

    @Override
    public Optional<StoredTable> table(Resource resource) {
        return datasets.findTable(resource.id())
                .map(table -> new StoredTable(
                        places(resource, table).stream()
                                .map(place -> table.columns().get(place))
                                .toList(),
                        table.rows(),
                        table.rowsTwice(),
                        table.storedAt()));
    }

    private static List<Integer> places(Resource resource, StoredTable table) {
        var closed = resource.metadata().items().stream()
                .filter(item -> !item.open())
                .map(ResourceItem::name)
                .map(NameKey::of)
                .collect(Collectors.toCollection(java.util.HashSet::new));
        return places(table, closed);
    }

    private static List<Integer> places(StoredTable table, Set<String> closed) {
        return IntStream.range(0, table.columns().size())
                .filter(place ->
                        !closed.contains(NameKey.of(table.columns().get(place).name())))
                .boxed()
                .toList();
    }

    @Override
    public List<List<String>> rows(Resource resource, int most) {
        var places = places(resource);
        return datasets.rows(resource.id(), 0, most).stream()
                .map(row -> cells(row, places))
                .toList();
    }

    private List<Integer> places(Resource resource) {
        return datasets.findTable(resource.id())
                .map(table -> places(resource, table))
                .orElse(List.of());
    }

    private static List<String> cells(List<String> row, List<Integer> places) {
        return places.stream().map(row::get).toList();
    }

    @Override
    public void eachRow(Resource resource, Consumer<List<String>> each) {
        var places = places(resource);
        datasets.eachRow(resource.id(), row -> each.accept(cells(row, places)));
    }
}
