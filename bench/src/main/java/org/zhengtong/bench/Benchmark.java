package org.zhengtong.bench;

/** Measures ours beside a limit or a peer in the same run. */
interface Benchmark {

    String name();

    Report run(Options options) throws Exception;
}
