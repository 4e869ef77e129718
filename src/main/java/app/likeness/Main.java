package app.likeness;

/// Starts Likeness: the window without arguments, the command line with a verb.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("Likeness");
  }
}
