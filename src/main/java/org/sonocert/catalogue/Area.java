package org.sonocert.catalogue;

import java.util.List;

/**
 * A clinical area.
 *
 * @param cases how many performed and interpreted cases a candidate attests
 * @param criteria keys of the peer evaluation's criteria that apply, for example {@code
 *     imageQuality}
 */
public record Area(String code, String name, int cases, List<String> criteria) {}
