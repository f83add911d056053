package org.zhengtong.opensearch;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.opensearch.Version;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.index.IndexSettings;
import org.opensearch.index.analysis.AbstractIndexAnalyzerProvider;
import org.opensearch.index.analysis.AnalyzerProvider;
import org.opensearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.AnalysisPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/**
 * A server of OpenSearch for tests: one node that speaks HTTP on this machine, says {@code HTTP <port>} when it does, and
 * ends with its input. It runs on the class path of the server, not on ours.
 */
public final class OpenSearchProgram {
    private OpenSearchProgram() {}

    /** Arguments: folder of its data; port, 0 for a free one. */
    public static void main(String[] arguments) throws Exception {
        var settings = Settings.builder()
                .put("path.home", arguments[0])
                .put("node.name", "one")
                .put("discovery.type", "single-node")
                .put("network.host", "127.0.0.1")
                .put("http.port", arguments[1])
                .put("http.type", Netty4ModulePlugin.NETTY_HTTP_TRANSPORT_NAME)
                .put("transport.port", "0")
                .put("transport.type", Netty4ModulePlugin.NETTY_TRANSPORT_NAME)
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
        var environment = InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "one");
        try (var node = new OneNode(environment)) {
            node.start();
            System.out.println("HTTP " + node.port());
            System.out.flush();
            while (System.in.read() >= 0) {
                // what is said to it means nothing; its end does
            }
        }
        System.exit(0);
    }

    /** A node with the plugins that every distribution has, and the one for Chinese. */
    private static final class OneNode extends Node {
        OneNode(Environment environment) {
            super(
                    environment,
                    List.of(
                            plugin(Netty4ModulePlugin.class),
                            plugin(CommonAnalysisModulePlugin.class),
                            plugin(SmartChinese.class)),
                    false);
        }

        private static PluginInfo plugin(Class<? extends Plugin> plugin) {
            return new PluginInfo(
                    plugin.getSimpleName(), "", "", Version.CURRENT, "21", plugin.getName(), List.of(), false);
        }

        int port() {
            return injector()
                    .getInstance(HttpServerTransport.class)
                    .boundAddress()
                    .publishAddress()
                    .getPort();
        }
    }

    /** What the server's plugin analysis-smartcn offers, around the same analyzer of Lucene. */
    public static final class SmartChinese extends Plugin implements AnalysisPlugin {
        @Override
        public Map<String, AnalysisProvider<AnalyzerProvider<? extends org.apache.lucene.analysis.Analyzer>>>
                getAnalyzers() {
            return Map.of("smartcn", SmartChineseProvider::new);
        }
    }

    private static final class SmartChineseProvider extends AbstractIndexAnalyzerProvider<SmartChineseAnalyzer> {
        private final SmartChineseAnalyzer analyzer = new SmartChineseAnalyzer();

        SmartChineseProvider(IndexSettings index, Environment environment, String name, Settings settings)
                throws IOException {
            super(index, name, settings);
        }

        @Override
        public SmartChineseAnalyzer get() {
            return analyzer;
        }
    }
}
