package org.sonocert.engine;

/** The version of the catalogue's data, which is part of a policy release's hash. */
public interface CatalogueVersion {

  /** For example {@code 2026-11}. */
  String version();
}
