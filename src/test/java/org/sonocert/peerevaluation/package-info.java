/** Peer evaluation: rules alone, then the whole room on a real database. */
package org.sonocert.peerevaluation;
