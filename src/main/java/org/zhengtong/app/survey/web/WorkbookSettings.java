package org.zhengtong.app.survey.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.zhengtong.base.settings.DeclaredSettings;
import org.zhengtong.base.settings.Setting;
import org.zhengtong.base.settings.SettingKind;

/** What administrators may change about filled workbooks while the node runs. */
@Component
class WorkbookSettings implements DeclaredSettings {

    static final Setting<DataSize> LARGEST =
            Setting.live("zhengtong.survey.workbook-size", "10MB", SettingKind.size("1MB", "60MB"));

    @Override
    public List<Setting<?>> settings() {
        return List.of(LARGEST);
    }
}
