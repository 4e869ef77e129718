package app.likeness.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/// A real port with somebody standing at its door, for tests of what happens between two calls.
public final class Watched {
  private Watched() {}

  /// A call on its way to the port.
  public interface Call {
    @Nullable Object go() throws Throwable;
  }

  /// Lets calls through, and may do something before or after.
  public interface Watcher {
    @Nullable Object at(String method, Object[] arguments, Call call) throws Throwable;
  }

  public static <T> T port(Class<T> port, T real, Watcher watcher) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, given) -> {
              Object[] arguments = given == null ? new Object[0] : given;
              Call call =
                  () -> {
                    try {
                      return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                      throw e.getCause();
                    }
                  };
              return watcher.at(method.getName(), arguments, call);
            }));
  }
}
