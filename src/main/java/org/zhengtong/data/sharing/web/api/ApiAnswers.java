package org.zhengtong.data.sharing.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.Signer;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a system asked for, signed where it wishes so. */
@Component
class ApiAnswers {

    private final Signer signer;

    ApiAnswers(Signer signer) {
        this.signer = signer;
    }

    void write(HttpServletRequest request, HttpServletResponse response, ObjectNode node) throws IOException {
        var bytes = RecordJson.bytes(node);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        if ("true".equals(request.getParameter("signed"))) {
            var signature = signer.sign(bytes);
            response.setHeader("Signature-Key", signature.keyId());
            response.setHeader("Signature-Algorithm", signature.algorithm());
            response.setHeader("Body-Signature", signature.base64());
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
