package org.zhengtong.data.registers.web.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterItem;

/** An item of a definition as a form; without the item it is a new one. */
public record ItemPage(
        RegisterDefinition register,
        @Nullable RegisterItem item,
        ItemForm form,
        List<String[]> groups,
        List<Department> departments,
        List<FieldFault> errors) {

    public String action() {
        return "/staff/registers/" + register.code() + "/items/"
                + (item == null ? "new" : item.name().value());
    }
}
