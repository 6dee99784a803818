/** Tests that take the process, the database or the network away in the middle of something. */
package org.sonocert.faults;
