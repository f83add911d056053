package org.zhengtong.base.search.internal;

import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurationContext;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurer;

/** How Chinese text is parted into terms on the server: as in {@link ChineseAnalysis}; words need its plugin analysis-smartcn. */
public class ServerAnalysis implements ElasticsearchAnalysisConfigurer {
    @Override
    public void configure(ElasticsearchAnalysisConfigurationContext context) {
        context.analyzer(ChineseAnalysis.WORDS).type("smartcn");
        context.analyzer(ChineseAnalysis.PAIRS).type("cjk");
    }
}
