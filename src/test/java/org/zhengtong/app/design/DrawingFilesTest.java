package org.zhengtong.app.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.zhengtong.app.design.content.Node;
import org.zhengtong.app.design.content.NodeKind;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SeenPage;
import org.zhengtong.testing.Visitor;

/** Drawings go to other tools and come from them. */
@PlatformTest
class DrawingFilesTest {

    private static final String FOREIGN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"><process id="p">
            <laneSet id="l"><lane id="l1" name="市税务局"><flowNodeRef>a</flowNodeRef></lane>
            <lane id="l2" name="申请人"><flowNodeRef>b</flowNodeRef></lane></laneSet>
            <startEvent id="s"/><userTask id="a" name="核对税种"/><userTask id="b" name="补交材料"/><endEvent id="e"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="a"/><sequenceFlow id="f2" sourceRef="a" targetRef="b"/>
            <sequenceFlow id="f3" sourceRef="b" targetRef="e"/><sequenceFlow id="f4" sourceRef="b" targetRef="a"/>
            </process></definitions>""";

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private ItemDesigns designs;

    @LocalServerPort
    private int port;

    private DesignFixtures fixtures;

    @BeforeEach
    void cast() {
        fixtures = DesignFixtures.of(platform);
    }

    @Test
    void the_drawing_is_taken_to_other_tools_as_bpmn() throws Exception {
        var draft = fixtures.complete();

        var file = Visitor.at(port)
                .signedInAs("袁晴")
                .open("/staff/design/" + draft.id().value() + "/procedure.bpmn");

        var factory = javax.xml.parsers.DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var xml = factory.newDocumentBuilder().parse(new java.io.ByteArrayInputStream(file.bytes()));
        var model = "http://www.omg.org/spec/BPMN/20100524/MODEL";
        assertThat(xml.getElementsByTagNameNS(model, "userTask").getLength()).isEqualTo(3);
        assertThat(xml.getElementsByTagNameNS(model, "parallelGateway").getLength())
                .isEqualTo(2);
        assertThat(xml.getElementsByTagNameNS(model, "sequenceFlow").getLength())
                .isEqualTo(8);
        assertThat(xml.getElementsByTagNameNS("http://www.omg.org/spec/BPMN/20100524/DI", "BPMNShape")
                        .getLength())
                .isEqualTo(7);
    }

    private SeenPage handedIn(String page, String file) {
        return Visitor.at(port)
                .signedInAs("袁晴")
                .open(page)
                .form("读入并替换")
                .attach("file", "流程.bpmn", "application/xml", file.getBytes(StandardCharsets.UTF_8))
                .submit();
    }

    @Test
    void a_drawing_of_another_tool_is_read_and_what_was_left_out_is_said() {
        var draft = fixtures.complete();
        var page = "/staff/design/" + draft.id().value() + "/procedure";

        var read = handedIn(page, FOREIGN);

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.text()).contains("已读入，有 2 处请核对", "从“补交材料”回到“核对税种”的连线没有读入", "泳道“申请人”对不上部门", "核对税种");
        var now = designs.require(draft.id(), fixtures.yuanQing());
        assertThat(now.content().nodes().map(node -> node.fact("title"))).containsExactly("核对税种", "补交材料");
        assertThat(now.content().nodes().map(node -> node.fact("department"))).containsExactly("370100.taxation", "");

        var back = Visitor.at(port).signedInAs("袁晴").open(page).form("撤销刚才的删除").submit();
        assertThat(back.status()).isEqualTo(200);
        assertThat(designs.require(draft.id(), fixtures.yuanQing()).content().tree())
                .isEqualTo(draft.content().tree());
    }

    @Test
    void its_own_file_comes_back_as_it_was() {
        var draft = fixtures.complete();
        var page = "/staff/design/" + draft.id().value() + "/procedure";
        var file = Visitor.at(port).signedInAs("袁晴").open(page + ".bpmn");

        var read = handedIn(page, new String(file.bytes(), StandardCharsets.UTF_8));

        assertThat(read.text()).contains("已读入，文件里的流程都读进来了");
        var now = designs.require(draft.id(), fixtures.yuanQing());
        assertThat(now.content()
                        .nodes()
                        .filter(node -> node.kind() == NodeKind.STEP)
                        .map(Node::facts))
                .containsExactlyElementsOf(draft.content()
                        .nodes()
                        .filter(node -> node.kind() == NodeKind.STEP)
                        .map(Node::facts)
                        .toList());
        assertThat(designs.findings(now)).isEmpty();
    }

    @Test
    void what_is_no_drawing_is_refused_beside_its_field() {
        var draft = fixtures.complete();
        var page = "/staff/design/" + draft.id().value() + "/procedure";

        var broken = handedIn(page, FOREIGN.replace("</process>", ""));
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.errorAt("file")).contains("第 ", "行附近");
        assertThat(handedIn(page, "<html/>").errorAt("file")).contains("不是 BPMN 2.0 文件");
        assertThat(handedIn(page, "<!-- " + "x".repeat(1 << 20) + "-->").errorAt("file"))
                .contains("超过 1 MB");
        assertThat(Visitor.at(port)
                        .signedInAs("袁晴")
                        .open(page)
                        .form("读入并替换")
                        .submit()
                        .errorAt("file"))
                .contains("请先选择一个文件");
        assertThat(designs.require(draft.id(), fixtures.yuanQing()).content()).isEqualTo(draft.content());
    }
}
