package dev.otto.standalone.engine;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.concurrent.TimeUnit;

/// A connection to an engine, from which clients and workers are made.
public record EngineConnection(WorkflowServiceStubs stubs) implements AutoCloseable {
  /// A client in Otto's namespace, with what else the options say.
  public WorkflowClient client(WorkflowClientOptions.Builder options) {
    return WorkflowClient.newInstance(stubs, options.setNamespace(Engine.NAMESPACE).build());
  }

  /// A client with the defaults of the SDK.
  public WorkflowClient client() {
    return client(WorkflowClientOptions.newBuilder());
  }

  @Override
  public void close() {
    stubs.shutdownNow();
    stubs.awaitTermination(2, TimeUnit.SECONDS);
  }
}
