package app.likeness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void runsOnJava25OrNewer() {
    assertEquals(true, Runtime.version().feature() >= 25);
  }
}
