package org.sonocert.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clinical area. How many cases a candidate attests in it is policy: the table required-cases
 * says so.
 *
 * @param criteria keys of the peer evaluation's criteria that apply, for example {@code
 *     imageQuality}
 * @param still the measurement that a specialty asks for as a still image, null where none is
 */
public record Area(String code, String name, List<String> criteria, @Nullable String still) {}
