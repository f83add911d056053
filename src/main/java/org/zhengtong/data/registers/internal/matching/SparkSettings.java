package org.zhengtong.data.registers.internal.matching;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Spark for large comparisons of registers.
 *
 * @param classPath Spark's own libraries, such as {@code /opt/spark/jars/*}; empty means that the database compares
 * @param master where it runs: {@code local[*]} is this machine
 * @param java folder of the JDK it runs with; the one of this program when nothing is said
 * @param memory of its driver
 * @param fromRecords smallest number of records of the left register that is worth its start
 * @param folder where the two sides and the pairs lie meanwhile; all machines of a cluster must see it. Without it {@code matching} in the data folder
 */
@ConfigurationProperties("zhengtong.spark")
record SparkSettings(
        @DefaultValue("") String classPath,
        @DefaultValue("local[*]") String master,
        @Nullable Path java,
        @DefaultValue("2g") String memory,
        @DefaultValue("1000000") long fromRecords,
        @Nullable Path folder) {

    boolean takes(long records) {
        return !classPath.isEmpty() && records >= fromRecords;
    }
}
