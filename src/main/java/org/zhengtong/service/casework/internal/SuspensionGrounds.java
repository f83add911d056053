package org.zhengtong.service.casework.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.zhengtong.service.casework.CaseSuspensions.Ground;
import tools.jackson.databind.json.JsonMapper;

/** For what a case can be suspended: a list kept as data, with its sources. */
@Component
class SuspensionGrounds {

    private static final String FILE = "casework/suspension-grounds.json";

    private final List<Ground> grounds;

    SuspensionGrounds(JsonMapper json) {
        try {
            var text = new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
            grounds = List.of(json.treeToValue(json.readTree(text).path("grounds"), Ground[].class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Ground> all() {
        return grounds;
    }

    Optional<Ground> find(String code) {
        return grounds.stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
