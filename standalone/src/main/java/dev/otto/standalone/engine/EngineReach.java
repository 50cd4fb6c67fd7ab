package dev.otto.standalone.engine;

import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.List;

/// How an engine is talked to.
public sealed interface EngineReach {
  /// At an address.
  record Address(String host, int port) implements EngineReach {
    public String target() {
      return host + ":" + port;
    }
  }

  /// Through a channel in this JVM, with somebody who listens to what is said.
  record Inside(ManagedChannel channel, ClientInterceptor listener) implements EngineReach {}

  /// Where that is, in a word.
  default String words() {
    return switch (this) {
      case Address address -> address.target();
      case Inside _ -> "this-jvm";
    };
  }

  /// A new connection. Whoever asks for it closes it.
  ///
  /// A server that was away is asked again every second, so that runs move soon after it is back.
  default EngineConnection connect() {
    var options = WorkflowServiceStubsOptions.newBuilder();
    switch (this) {
      case Address address ->
          options
              .setTarget(address.target())
              .setConnectionBackoffResetFrequency(Duration.ofSeconds(1));
      case Inside(var channel, var listener) ->
          options.setChannel(channel).setGrpcClientInterceptors(List.of(listener));
    }
    return new EngineConnection(WorkflowServiceStubs.newServiceStubs(options.build()));
  }
}
