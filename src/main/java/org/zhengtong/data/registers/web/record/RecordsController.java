package org.zhengtong.data.registers.web.record;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.data.registers.ItemType;
import org.zhengtong.data.registers.ReadPermit;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.RegisterReading;
import org.zhengtong.data.registers.RegisterRecord;
import org.zhengtong.data.registers.web.RegisterDesk;

/** Records of a register: search, sort, page, take away. Personal data leaves masked. */
@Controller
@RequestMapping("/staff/registers/{code}")
class RecordsController {

    private static final int SHOWN = 25;
    private static final int COLUMNS = 6;
    private static final int COUNTED = 10_000;
    private static final int EXPORT_PAGE = 5_000;

    private final RegisterDesk desk;
    private final RegisterReading reading;
    private final AuditLog audit;

    RecordsController(RegisterDesk desk, RegisterReading reading, AuditLog audit) {
        this.desk = desk;
        this.reading = reading;
        this.audit = audit;
    }

    @GetMapping("/records")
    String list(@PathVariable String code, @ModelAttribute RecordsForm form, CurrentUser user, Model model) {
        var register = desk.open(code, user);
        var permit = desk.permits().masked(user, register);
        var query = form.toQuery(register, permit, SHOWN);
        var found = reading.search(query, permit);
        var count = reading.count(query.after(null), permit, COUNTED + 1);
        var items = given(register, permit);
        model.addAttribute(
                "page",
                new RecordsPage(
                        register,
                        form,
                        items.stream().limit(COLUMNS).toList(),
                        items.stream()
                                .filter(item -> !permit.masks().containsKey(item.name()))
                                .toList(),
                        found.records().stream()
                                .map(record -> new RecordsPage.Line(record, desk.link(register.code(), record.key())))
                                .toList(),
                        found.next(),
                        Math.min(count, COUNTED),
                        count <= COUNTED,
                        desk.permits()
                                .mine(user, register)
                                .contains(register.facts().key())));
        return "registers/records";
    }

    private static List<RegisterItem> given(RegisterDefinition register, ReadPermit permit) {
        return register.items().values().stream()
                .filter(item -> permit.items().contains(item.name()) && item.type() != ItemType.GEOMETRY)
                .toList();
    }

    @GetMapping("/records.csv")
    void csv(
            @PathVariable String code,
            @ModelAttribute RecordsForm form,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        export(code, form, user, register -> new CsvFile(response, register.items(), register.name() + ".csv", locale));
    }

    @GetMapping("/records.xlsx")
    void xlsx(
            @PathVariable String code,
            @ModelAttribute RecordsForm form,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        export(
                code,
                form,
                user,
                register -> new XlsxFile(response, register.items(), register.name() + ".xlsx", locale));
    }

    @GetMapping("/records.geojson")
    void geoJson(
            @PathVariable String code, @ModelAttribute RecordsForm form, CurrentUser user, HttpServletResponse response)
            throws IOException {
        export(code, form, user, register -> new GeoJsonFile(response, register.items(), register.name() + ".geojson"));
    }

    /** What is exported: the items that the permit gives, and a name for the file. */
    private record Exported(String name, List<RegisterItem> items) {}

    /** Begins a file. */
    private interface Start {
        RecordFile file(Exported exported) throws IOException;
    }

    private void export(String code, RecordsForm form, CurrentUser user, Start start) throws IOException {
        var register = desk.open(code, user);
        var permit = desk.permits().masked(user, register);
        audit.record(AuditAction.of(user.actor(), "registers.export_records", "register", code)
                .with("personal", register.personal()));
        var items = register.items().values().stream()
                .filter(item -> permit.items().contains(item.name()))
                .toList();
        try (var file = start.file(new Exported(code, items))) {
            reading.each(form.toQuery(register, permit, EXPORT_PAGE).after(null), permit, file::add);
        }
    }

    /** A file that grows record by record. */
    interface RecordFile extends AutoCloseable {
        void add(RegisterRecord record);

        @Override
        void close() throws IOException;
    }

    static List<String> texts(List<RegisterItem> items, RegisterRecord record) {
        return items.stream().map(item -> record.text(item.name())).toList();
    }
}
