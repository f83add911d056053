package org.zhengtong.base.geo.internal;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.geo.CoordinateSystem;
import org.zhengtong.base.geo.LayerCode;
import org.zhengtong.base.geo.LayerVisibility;
import org.zhengtong.base.geo.NewLayer;
import org.zhengtong.base.geo.internal.shape.GeoJsonReader;
import org.zhengtong.base.geo.internal.shape.ReadFeature;
import org.zhengtong.base.geo.internal.shape.SourceLimits;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackSection;

/** The pack's layers: {@code geo/layers.yaml} says what each is, {@code geo/layers/<code>.geojson} holds its features. */
@Component
class LayerSection implements PackSection {

    private static final String FILE = "geo/layers.yaml";
    private static final Set<String> FIELDS = Set.of(
            "code",
            "name",
            "source",
            "license",
            "note",
            "approval",
            "visibility",
            "system",
            "name-property",
            "code-property");

    private final LayerWriting writing;

    LayerSection(LayerWriting writing) {
        this.writing = writing;
    }

    /** A layer with its features, if nothing was wrong. */
    private record Packed(NewLayer layer, List<ReadFeature> features) {}

    @Override
    public String name() {
        return "geo";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public void check(PackReader pack, PackErrors errors) {
        read(pack, errors);
    }

    @Override
    public void apply(PackReader pack) {
        read(pack, new PackErrors())
                .forEach(each -> writing.write(each.layer(), true, each.features(), Actor.system("geo")));
    }

    private static List<Packed> read(PackReader pack, PackErrors errors) {
        var layers = new ArrayList<Packed>();
        pack.find(FILE).flatMap(file -> file.tree(errors)).ifPresent(root -> {
            for (var node : root.list("layers")) {
                layer(node, errors)
                        .flatMap(layer -> features(layer, pack, errors))
                        .ifPresent(layers::add);
            }
        });
        return layers;
    }

    private static Optional<NewLayer> layer(PackNode node, PackErrors errors) {
        node.allow(FIELDS, errors);
        var code = node.require("code", LayerCode::new, errors);
        var names = node.requireAt("name", errors);
        var name = names.flatMap(each -> each.require("zh", errors));
        var nameEn = names.flatMap(each -> each.require("en", errors));
        var source = node.require("source", errors);
        var license = node.require("license", errors);
        var system = node.require("system", each -> CoordinateSystem.valueOf(constant(each)), errors);
        var visibility = node.require("visibility", each -> LayerVisibility.valueOf(constant(each)), errors);
        var approval = node.find("approval").orElse("");
        if (visibility.filter(LayerVisibility.PUBLIC::equals).isPresent() && approval.isBlank()) {
            errors.add(node, "geo.pack.public_without_approval");
            return Optional.empty();
        }
        if (code.isEmpty()
                || name.isEmpty()
                || nameEn.isEmpty()
                || source.isEmpty()
                || license.isEmpty()
                || system.isEmpty()
                || visibility.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new NewLayer(
                code.get(),
                name.get(),
                nameEn.get(),
                source.get(),
                license.get(),
                node.find("note").orElse(""),
                approval,
                visibility.get(),
                system.get(),
                null,
                node.find("name-property").orElse("name"),
                node.find("code-property").orElse("code")));
    }

    private static String constant(String text) {
        return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Optional<Packed> features(NewLayer layer, PackReader pack, PackErrors errors) {
        var path = "geo/layers/" + layer.code().value() + ".geojson";
        return pack.require(path, errors).flatMap(file -> {
            var read = GeoJsonReader.read(new ByteArrayInputStream(file.bytes()), layer, SourceLimits.USUAL);
            read.faults()
                    .forEach(fault -> errors.add(
                            path,
                            fault.feature(),
                            fault.key(),
                            fault.arguments().toArray()));
            return read.faults().isEmpty() ? Optional.of(new Packed(layer, read.features())) : Optional.empty();
        });
    }
}
