package org.zhengtong.data.registers.web.definition;

import java.util.List;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.Registers.DefinitionVersion;
import tools.jackson.databind.json.JsonMapper;

/** A version of a definition as text. */
public record DefinitionPage(RegisterDefinition register, List<DefinitionVersion> versions, DefinitionVersion shown) {

    public String text() {
        var json = JsonMapper.shared();
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(shown.body()));
    }
}
