package dev.otto.api.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.api.ApiServer;
import dev.otto.api.sample.SampleOtto;
import dev.otto.api.sample.UnreadyParts;
import dev.otto.api.sample.Web;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The document can be read from the server that it is about, ready or not.
class DocumentPageTest {
  private final ApiServer server = new ApiServer(UnreadyParts.all());

  @BeforeEach
  void start() {
    server.start(0);
  }

  @AfterEach
  void end() {
    server.stop();
  }

  @Test
  void a_server_tells_what_may_be_asked_of_it() throws IOException {
    var answer = program().get("/api/openapi.json");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.text()).isEqualTo(Files.readString(ApiDocument.SERVED));
  }

  @Test
  void who_has_it_already_is_told_so() {
    var tag = program().get("/api/openapi.json").header("ETag");

    var again = program().as("If-None-Match", tag).get("/api/openapi.json");

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.text()).isEmpty();
  }

  @Test
  void a_stranger_does_not_get_it() {
    assertThat(new Web(server.url()).get("/api/openapi.json").status()).isEqualTo(401);
  }

  private Web program() {
    return new Web(server.url()).as("Authorization", "Bearer " + SampleOtto.TOKEN);
  }
}
