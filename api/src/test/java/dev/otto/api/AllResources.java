package dev.otto.api;

import dev.otto.api.door.Door;
import dev.otto.api.sample.SampleOtto;
import dev.otto.api.sample.UnreadyParts;
import java.time.InstantSource;
import java.util.List;

/// The classes of all resources that the api registers.
public final class AllResources {
  private AllResources() {}

  public static List<Class<?>> classes() {
    var door = new Door(SampleOtto.TOKEN, InstantSource.system());
    return new ApiResources(UnreadyParts.all(), door)
        .all().stream().<Class<?>>map(Object::getClass).toList();
  }
}
