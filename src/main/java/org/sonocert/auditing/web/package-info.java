/** Pages of the auditors' room. */
@NullMarked
package org.sonocert.auditing.web;

import org.jspecify.annotations.NullMarked;
