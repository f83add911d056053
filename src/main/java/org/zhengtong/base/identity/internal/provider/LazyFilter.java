package org.zhengtong.base.identity.internal.provider;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A filter that is made for the first request it gets. */
final class LazyFilter implements Filter {

    private final Supplier<Filter> make;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Filter made;

    LazyFilter(Supplier<Filter> make) {
        this.make = make;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        filter().doFilter(request, response, chain);
    }

    private Filter filter() {
        var present = made;
        if (present != null) {
            return present;
        }
        lock.lock();
        try {
            var filter = made == null ? make.get() : made;
            made = filter;
            return filter;
        } finally {
            lock.unlock();
        }
    }
}
