package app.likeness.ui.controls;

import java.util.concurrent.LinkedBlockingDeque;

/// The work of a pool whose user looks at what was asked last.
final class NewestFirst extends LinkedBlockingDeque<Runnable> {
  private static final long serialVersionUID = 1L;

  @Override
  public boolean offer(Runnable work) {
    return offerFirst(work);
  }
}
