package dev.otto.activities.agent.codex;

import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.nio.file.Path;

/// The configuration with which Codex starts, written anew for every call: one provider, which asks
/// no second time, and no reason to look anywhere else. The words of the repository are in the
/// prompt.
final class CodexConfig {
  /// The variable in which the token is; Codex sends it as a bearer's.
  static final String TOKEN = "OTTO_MODEL_TOKEN";

  private CodexConfig() {}

  /// With a model behind Otto's gateway.
  static String of(URI base) {
    return whole(
        """
        base_url = "%s/v1"
        env_key = "%s"
        """
            .formatted(base, TOKEN));
  }

  /// With the login that lies beside it; where its models are, Codex knows by the login.
  static String signedIn() {
    return whole("requires_openai_auth = true\n");
  }

  private static String whole(String way) {
    return """
    model_provider = "otto"
    check_for_update_on_startup = false
    project_doc_max_bytes = 0

    [analytics]
    enabled = false

    [shell_environment_policy]
    ignore_default_excludes = false

    [sandbox_workspace_write]
    exclude_slash_tmp = true
    exclude_tmpdir_env_var = true

    [model_providers.otto]
    name = "otto"
    wire_api = "responses"
    request_max_retries = 0
    stream_max_retries = 0
    %s\
    """
        .formatted(way);
  }

  /// What makes Codex read the settings that lie in this folder.
  static String trusting(Path folder) {
    return """

    [projects.%s]
    trust_level = "trusted"
    """
        .formatted(TextNode.valueOf(folder.toString()));
  }
}
