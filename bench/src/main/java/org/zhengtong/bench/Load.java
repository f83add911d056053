package org.zhengtong.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** A light client on kept-open connections: asks again as soon as the answer is there. Only this machine, a bounded time. */
final class Load {

    private Load() {}

    /** Answers a second of {@code path} with {@code connections} connections over {@code seconds} seconds. */
    static double run(int port, String path, int connections, int seconds) throws Exception {
        var request = get(path, "");
        return answers(port, () -> request, connections, seconds) / (double) seconds;
    }

    /** How many answers there were to requests of which each may be another. */
    static long answers(int port, Supplier<byte[]> requests, int connections, int seconds) throws Exception {
        var until = System.nanoTime() + seconds * 1_000_000_000L;
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var tasks = new ArrayList<Callable<Long>>();
            for (int i = 0; i < connections; i++) {
                tasks.add(() -> askUntil(port, requests, until));
            }
            long answers = 0;
            for (var task : threads.invokeAll(tasks)) {
                answers += task.get();
            }
            return answers;
        }
    }

    /** A request with more heads, each ended by CR and LF. */
    static byte[] get(String path, String heads) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + heads + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static long askUntil(int port, Supplier<byte[]> requests, long until) throws IOException {
        long answers = 0;
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            var input = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            while (System.nanoTime() < until) {
                socket.getOutputStream().write(requests.get());
                read(input);
                answers++;
            }
        }
        return answers;
    }

    /** Bytes of the body of {@code path}. */
    static int size(int port, String path) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(get(path, ""));
            return read(new BufferedInputStream(socket.getInputStream(), 1 << 16));
        }
    }

    private static int read(InputStream input) throws IOException {
        int length = -1;
        boolean chunked = false;
        var status = line(input);
        if (!status.contains(" 200")) {
            throw new IOException("answer " + status);
        }
        for (var head = line(input); !head.isEmpty(); head = line(input)) {
            var lower = head.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        if (!chunked) {
            input.skipNBytes(length);
            return length;
        }
        int total = 0;
        for (int part = size(input); part > 0; part = size(input)) {
            input.skipNBytes(part + 2L);
            total += part;
        }
        line(input);
        return total;
    }

    private static int size(InputStream input) throws IOException {
        return Integer.parseInt(line(input).strip(), 16);
    }

    private static String line(InputStream input) throws IOException {
        var bytes = new ByteArrayOutputStream(64);
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new IOException("connection closed");
            }
            if (next != '\r') {
                bytes.write(next);
            }
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }
}
