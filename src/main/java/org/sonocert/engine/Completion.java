package org.sonocert.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;

/**
 * A filled-in form as it was posted.
 *
 * @param person who answers; null for an evaluator
 * @param idempotencyKey drawn when the form was rendered; the same key again gets the first answer
 * @param raw posted values by component key
 */
public record Completion(
    String taskId,
    @Nullable AccountId person,
    String idempotencyKey,
    Map<String, List<String>> raw) {}
