package dev.otto.api;

import dev.otto.model.Contents;
import dev.otto.model.host.HostFacts.Fact;
import dev.otto.model.server.ServerView.EngineView;
import dev.otto.store.announce.Announcements;
import io.temporal.client.WorkflowClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/// What the api is composed of. It answers before all of it is there, and says then what is
/// missing.
///
/// @param database the migrated database, once it is there
/// @param announcements what wakes the live stream, once it is there
/// @param engine a client with the converter of `Payloads`, once the engine is there
/// @param engineView the engine in use, by name, once it is known
/// @param trouble what of the parts is away just now
/// @param workflowQueue the task queue of the workflows of this build
/// @param providers the programs that can think, such as `scripted`
/// @param token the secret of the home
/// @param build which build this is
/// @param unpriced those of the providers that do not say what their calls cost
/// @param logs the folder below which the logs of calls lie
/// @param shutdown ends the server, when somebody with the token asks for it
/// @param more further resources, below `/api/v1` and behind the same door
public record ApiParts(
    Supplier<Optional<Jdbi>> database,
    Supplier<Optional<Announcements>> announcements,
    Supplier<Optional<WorkflowClient>> engine,
    Supplier<Optional<EngineView>> engineView,
    Supplier<List<Fact>> trouble,
    String workflowQueue,
    Contents contents,
    Set<String> providers,
    Set<String> unpriced,
    String token,
    String build,
    Path logs,
    Runnable shutdown,
    List<Object> more) {
  public ApiParts {
    if (token.length() < 32) {
      throw new IllegalArgumentException("a token has at least 32 characters");
    }
    providers = Set.copyOf(providers);
    unpriced = Set.copyOf(unpriced);
    more = List.copyOf(more);
  }
}
