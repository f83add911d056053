package org.zhengtong.app.node.internal;

import java.net.InetAddress;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.zhengtong.base.ui.NodeMode;

/** The node's clock, and whom it listens to. */
@Configuration(proxyBeanMethods = false)
class NodeConfiguration {

    /** Legal time of the whole country (北京时间). */
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    @Bean
    Clock clock() {
        return Clock.system(BEIJING);
    }

    /** In demo mode anybody may sign in as anybody, so only this machine is listened to, unless told otherwise. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> loopbackInDemo(NodeMode mode, Environment environment) {
        return server -> {
            if (mode.demo() && !environment.containsProperty("server.address")) {
                server.setAddress(InetAddress.getLoopbackAddress());
            }
        };
    }
}
