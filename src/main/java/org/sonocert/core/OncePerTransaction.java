package org.sonocert.core;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What several parts of one transaction need and which cannot change for it meanwhile is read once.
 * Outside a transaction nothing is kept.
 */
public final class OncePerTransaction {
  private OncePerTransaction() {}

  /**
   * The value, read at the first call of this transaction.
   *
   * @param kind what is kept; one name for each use
   */
  public static <K, V> V of(Class<?> kind, K key, Function<? super K, ? extends V> read) {
    V kept = find(kind, key);
    return kept == null ? keep(kind, key, read.apply(key)) : kept;
  }

  /** What is kept; null when nothing is. */
  @SuppressWarnings("unchecked")
  public static <V> @Nullable V find(Class<?> kind, Object key) {
    Held held = (Held) TransactionSynchronizationManager.getResource(kind);
    return held == null ? null : (V) held.values.get(key);
  }

  /** Keeps a value for the rest of the transaction, and gives it back. */
  public static <V> V keep(Class<?> kind, Object key, V value) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      Held held = (Held) TransactionSynchronizationManager.getResource(kind);
      if (held == null) {
        held = new Held();
        TransactionSynchronizationManager.bindResource(kind, held);
        TransactionSynchronizationManager.registerSynchronization(
            new ResourceHolderSynchronization<Held, Class<?>>(held, kind) {});
      }
      held.values.put(key, value);
    }
    return value;
  }

  /** Forgets what changed. */
  public static void forget(Class<?> kind, Object key) {
    Held held = (Held) TransactionSynchronizationManager.getResource(kind);
    if (held != null) {
      held.values.remove(key);
    }
  }

  private static final class Held extends ResourceHolderSupport {
    private final Map<Object, Object> values = new HashMap<>();
  }
}
