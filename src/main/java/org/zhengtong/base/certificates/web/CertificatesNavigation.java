package org.zhengtong.base.certificates.web;

import org.springframework.stereotype.Component;
import org.zhengtong.base.certificates.CertificateOffice;
import org.zhengtong.base.ui.NavigationEntry;

/** The room's line in the staff navigation. */
@Component
class CertificatesNavigation implements NavigationEntry {

    @Override
    public String group() {
        return "settings";
    }

    @Override
    public String textKey() {
        return "certificates.title";
    }

    @Override
    public String href() {
        return CertificateListPage.PATH;
    }

    @Override
    public String permission() {
        return CertificateOffice.MANAGE_CERTIFICATE;
    }

    @Override
    public int order() {
        return 70;
    }
}
