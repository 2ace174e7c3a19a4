package dev.sandoo.server.wire.xmlrpc;

import java.util.List;
import java.util.Objects;

/** A method's name and its parameters as wire values. */
record XmlRpcRequest(String methodName, List<Object> parameters) {
    XmlRpcRequest {
        Objects.requireNonNull(methodName, "methodName");
        Objects.requireNonNull(parameters, "parameters");
    }
}
