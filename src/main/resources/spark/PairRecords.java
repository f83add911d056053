import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.split;

import java.io.IOException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Finds pairs of records on Spark. The platform starts this source file with Spark's class path; it is no part of its own classes.
 *
 * <p>Reads {@code left} and {@code right} in a folder: key, day, and what is compared, as PostgreSQL's COPY writes text. Writes
 * {@code pairs}: left key, right key, score, for PostgreSQL's COPY to read.
 */
public final class PairRecords {

    private final String folder;
    private final boolean similar;
    private final boolean oneRegister;
    private final int days;
    private final int rare;
    private final String leastScore;

    private PairRecords(String[] args) {
        folder = args[0];
        similar = args[1].equals("SIMILAR");
        oneRegister = Boolean.parseBoolean(args[2]);
        days = Integer.parseInt(args[3]);
        rare = Integer.parseInt(args[4]);
        leastScore = args[5];
    }

    public static void main(String[] args) throws IOException {
        try (var spark = SparkSession.builder().appName("zhengtong-matching").getOrCreate()) {
            new PairRecords(args).pair(spark);
        }
    }

    private void pair(SparkSession spark) {
        var left = side(spark, "left");
        var right = side(spark, "right");
        var found = similar
                ? similar(left, right)
                : left.join(right, col("left_what").equalTo(col("right_what"))).withColumn("score", lit("1"));
        if (oneRegister) {
            found = found.where("left_key < right_key");
        }
        if (days >= 0) {
            found = found.where("abs(datediff(cast(left_day as date), cast(right_day as date))) <= " + days);
        }
        found.where("cast(score as decimal(10, 4)) >= " + leastScore)
                .select(expr("concat_ws('\t', left_key, right_key, cast(score as string))"))
                .write()
                .text(folder + "/pairs");
    }

    private Dataset<Row> side(SparkSession spark, String name) {
        var cells = split(col("value"), "\t");
        return spark.read()
                .text(folder + "/" + name)
                .select(
                        cells.getItem(0).as(name + "_key"),
                        cells.getItem(1).as(name + "_day"),
                        cells.getItem(2).as(name + "_what"));
    }

    /** Twice what both have, divided by what each has (Dice), for those that share a rare pair of letters. */
    private Dataset<Row> similar(Dataset<Row> left, Dataset<Row> right) {
        var lefts = left.withColumn("left_pairs", split(col("left_what"), " "));
        var rights = right.withColumn("right_pairs", split(col("right_what"), " "));
        var letters =
                rights.select(col("right_key"), explode(col("right_pairs")).as("pair"));
        var some = letters.groupBy("pair")
                .agg(count(lit(1)).as("names"))
                .where("names <= " + rare)
                .drop("names");
        var candidates = lefts.select(
                        col("left_key"), explode(col("left_pairs")).as("pair"))
                .join(letters.join(some, "pair"), "pair")
                .select("left_key", "right_key")
                .distinct();
        return candidates
                .join(lefts, "left_key")
                .join(rights, "right_key")
                .withColumn("both", size(array_intersect(col("left_pairs"), col("right_pairs"))))
                .withColumn(
                        "score",
                        expr("round(cast(2 * both as decimal(20, 0)) / (size(left_pairs) + size(right_pairs)), 4)"));
    }
}
