package org.zhengtong.base.search.internal;

import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/** How Chinese text is parted into terms in Lucene. */
public class ChineseAnalysis implements LuceneAnalysisConfigurer {
    static final String WORDS = "words";
    static final String PAIRS = "pairs";

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        context.analyzer(WORDS).instance(new SmartChineseAnalyzer());
        context.analyzer(PAIRS).instance(new CJKAnalyzer());
    }
}
