package org.zhengtong.data.sharing.internal.request;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhengtong.data.catalog.Resource;
import org.zhengtong.data.catalog.ResourceItem;
import org.zhengtong.data.catalog.ResourceState;
import org.zhengtong.data.catalog.SharingType;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.sharing.Requests.Offer;
import org.zhengtong.data.sharing.SharedServices;
import org.zhengtong.data.sharing.Subject;

/** Brings a resource of the catalog together with the register behind it: which item is shared how. */
@Component
class Offers {

    private final Registers registers;
    private final ObjectProvider<SharedServices> services;

    Offers(Registers registers, ObjectProvider<SharedServices> services) {
        this.registers = registers;
        this.services = services;
    }

    Optional<Offer> of(Resource resource) {
        if (resource.foreign() || resource.state() != ResourceState.PUBLISHED) {
            return Optional.empty();
        }
        return registers.list().stream()
                .filter(each -> each.facts().resource().equals(resource.code().value()))
                .findFirst()
                .map(register -> new Offer(
                        resource,
                        Subject.of(register.code()),
                        register.facts().holder(),
                        register,
                        items(resource, register)))
                .or(() -> service(resource));
    }

    private Optional<Offer> service(Resource resource) {
        return services.stream()
                .flatMap(each -> each.behind(resource.code()).stream())
                .findFirst()
                .map(service -> new Offer(resource, Subject.service(service.code()), service.holder(), null, Map.of()));
    }

    private static Map<ItemName, SharingType> items(Resource resource, RegisterDefinition register) {
        var types = new LinkedHashMap<ItemName, SharingType>();
        register.items().values().forEach(item -> types.put(item.name(), type(resource, item)));
        return types;
    }

    /** As the catalog says of the item; an item it does not name is shared on request at most. */
    private static SharingType type(Resource resource, RegisterItem item) {
        var whole = resource.metadata().sharing().type();
        if (whole == SharingType.NOT_SHARED) {
            return SharingType.NOT_SHARED;
        }
        return resource.metadata().items().stream()
                .filter(entry -> names(entry, item))
                .map(entry -> entry.sharing() == null ? SharingType.CONDITIONAL : entry.sharing())
                .findFirst()
                .orElse(SharingType.CONDITIONAL);
    }

    private static boolean names(ResourceItem entry, RegisterItem item) {
        var code = entry.code().replace("_", "").toLowerCase(Locale.ROOT);
        return entry.name().equals(item.title().chinese())
                || code.equals(item.name().value().toLowerCase(Locale.ROOT));
    }
}
