package app.likeness.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/// A real part of the application with something done around its calls, such as holding one.
public final class Around {
  private Around() {}

  /// The call itself.
  public interface Call {
    Object go() throws Throwable;
  }

  /// What is done around it; it must go on with it and answer what that answers.
  public interface Hook {
    Object around(String method, Call call) throws Throwable;
  }

  public static <T> T of(Class<T> port, T real, Hook hook) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, args) ->
                hook.around(
                    method.getName(),
                    () -> {
                      try {
                        return method.invoke(real, args);
                      } catch (InvocationTargetException e) {
                        throw e.getCause();
                      }
                    })));
  }
}
