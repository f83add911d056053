package org.zhengtong.bench;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.ParallelGateway;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.UserTask;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** Flowable bare: an engine of its own on the same server, history level audit, nothing else switched on. */
final class FlowableCycle implements CaseLifeCycleBenchmark.Engine {

    private static final String KEY = "companyEstablishment";
    private static final List<String> DEPARTMENTS = List.of("marketRegulation", "taxation", "humanResources");

    private final ProcessEngine engine;
    private final String application;

    FlowableCycle(DataSource database, String application) {
        this.application = application;
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("audit");
        configuration.setAsyncExecutorActivate(false);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addBpmnModel(KEY + ".bpmn", model())
                .deploy();
    }

    private static BpmnModel model() {
        var process = new Process();
        process.setId(KEY);
        add(process, new StartEvent(), "start");
        add(process, new UserTask(), "intake");
        add(process, new ParallelGateway(), "fork");
        add(process, new ParallelGateway(), "join");
        add(process, new UserTask(), "issue");
        add(process, new EndEvent(), "end");
        process.addFlowElement(new SequenceFlow("start", "intake"));
        process.addFlowElement(new SequenceFlow("intake", "fork"));
        for (var department : DEPARTMENTS) {
            add(process, new UserTask(), department);
            process.addFlowElement(new SequenceFlow("fork", department));
            process.addFlowElement(new SequenceFlow(department, "join"));
        }
        process.addFlowElement(new SequenceFlow("join", "issue"));
        process.addFlowElement(new SequenceFlow("issue", "end"));
        var model = new BpmnModel();
        model.addProcess(process);
        return model;
    }

    private static void add(Process process, FlowElement element, String id) {
        element.setId(id);
        process.addFlowElement(element);
    }

    @Override
    public void cycle(int worker) {
        var id = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        KEY, Map.of("applicant", "济南泉汐信息科技有限公司", "division", "370104", "application", application))
                .getId();
        complete(id, "intake");
        for (var department : DEPARTMENTS) {
            complete(id, department);
        }
        complete(id, "issue");
        var history = engine.getHistoryService();
        var instance = history.createHistoricProcessInstanceQuery()
                .processInstanceId(id)
                .includeProcessVariables()
                .singleResult();
        var done =
                history.createHistoricTaskInstanceQuery().processInstanceId(id).list();
        if (instance.getEndTime() == null || done.size() != 5) {
            throw new IllegalStateException("not ended: " + id);
        }
    }

    /** Copies of a running instance's tasks, due on one day of {@code days} after the other. */
    void fillTasks(DataSource database, int count, LocalDate first, int days) throws SQLException {
        var instance = engine.getRuntimeService()
                .startProcessInstanceByKey(KEY, Map.of("application", application))
                .getId();
        complete(instance, "intake");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            var columns = new ArrayList<String>();
            try (var found = statement.executeQuery("""
                    select attname from pg_attribute
                    where attrelid = 'act_ru_task'::regclass and attnum > 0 and not attisdropped
                    """)) {
                while (found.next()) {
                    columns.add(found.getString(1));
                }
            }
            var values = columns.stream()
                    .map(name -> switch (name) {
                        case "id_" -> "'copy-' || n || '-' || t.id_";
                        case "due_date_" -> "timestamp '%s' + (n %% %d) * interval '1 day'".formatted(first, days);
                        default -> "t." + name;
                    })
                    .collect(Collectors.joining(", "));
            statement.execute(
                    "insert into act_ru_task (%s) select %s from generate_series(1, %d) as n, act_ru_task t where t.proc_inst_id_ = '%s'"
                            .formatted(String.join(", ", columns), values, count, instance));
            statement.execute("analyze act_ru_task");
        }
    }

    /** The first page of a department's open tasks, the nearest due date first, and how many there are. */
    long inbox(String department, int size) {
        var tasks = engine.getTaskService();
        var page = tasks.createTaskQuery()
                .taskDefinitionKey(department)
                .active()
                .orderByTaskDueDate()
                .asc()
                .listPage(0, size);
        if (page.size() != size) {
            throw new IllegalStateException("only " + page.size() + " tasks");
        }
        return tasks.createTaskQuery().taskDefinitionKey(department).active().count();
    }

    private void complete(String instance, String step) {
        var tasks = engine.getTaskService();
        var task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(step)
                .singleResult();
        tasks.complete(task.getId(), Map.of("opinion", "申请材料齐全，符合法定形式，予以登记。"));
    }
}
