/** A card company for tests: it answers as Stripe does, keeps books of its own, and can fail. */
package org.sonocert.testing.stripe;
