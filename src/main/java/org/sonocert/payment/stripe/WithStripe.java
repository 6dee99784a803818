package org.sonocert.payment.stripe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Is there when {@code SONOCERT_CARDS=stripe} chooses it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = "sonocert.cards", havingValue = StripeCards.NAME)
public @interface WithStripe {}
