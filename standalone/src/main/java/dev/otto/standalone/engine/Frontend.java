package dev.otto.standalone.engine;

import com.google.protobuf.util.Durations;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import io.temporal.api.namespace.v1.NamespaceConfig;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.DescribeNamespaceResponse;
import io.temporal.api.workflowservice.v1.GetClusterInfoRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.UpdateNamespaceRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What Otto asks of a Temporal server about itself. No question takes longer than two seconds.
final class Frontend implements AutoCloseable {
  private final ManagedChannel channel;

  Frontend(EngineReach.Address address) {
    channel = ManagedChannelBuilder.forTarget(address.target()).usePlaintext().build();
  }

  /// Whether it serves Otto's namespace.
  boolean serving() {
    try {
      return !namespace().getNamespaceInfo().getName().isEmpty();
    } catch (StatusRuntimeException notYet) {
      channel.resetConnectBackoff();
      return false;
    }
  }

  /// Which database it serves, in a word that is made with the database. Empty if it does not
  /// answer.
  Optional<String> clusterId() {
    try {
      return Optional.of(
          ask().getClusterInfo(GetClusterInfoRequest.getDefaultInstance()).getClusterId());
    } catch (StatusRuntimeException silent) {
      return Optional.empty();
    }
  }

  /// Its version, as it says itself.
  Optional<ServerVersion> version() {
    try {
      return ServerVersion.in(
          ask().getSystemInfo(GetSystemInfoRequest.getDefaultInstance()).getServerVersion());
    } catch (StatusRuntimeException silent) {
      return Optional.empty();
    }
  }

  /// Makes it keep closed workflows for so long. It keeps the setting.
  void keepClosedFor(Duration time) {
    var wanted = Durations.fromSeconds(time.toSeconds());
    if (namespace().getConfig().getWorkflowExecutionRetentionTtl().equals(wanted)) {
      return;
    }
    ask()
        .updateNamespace(
            UpdateNamespaceRequest.newBuilder()
                .setNamespace(Engine.NAMESPACE)
                .setConfig(NamespaceConfig.newBuilder().setWorkflowExecutionRetentionTtl(wanted))
                .build());
  }

  Duration keepsClosedFor() {
    return Duration.ofSeconds(
        namespace().getConfig().getWorkflowExecutionRetentionTtl().getSeconds());
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }

  private DescribeNamespaceResponse namespace() {
    return ask()
        .describeNamespace(
            DescribeNamespaceRequest.newBuilder().setNamespace(Engine.NAMESPACE).build());
  }

  private WorkflowServiceBlockingStub ask() {
    return WorkflowServiceGrpc.newBlockingStub(channel).withDeadlineAfter(2, TimeUnit.SECONDS);
  }
}
