/** What an operator needs: safe configuration, health, traces, the migration step. */
@NullMarked
package io.averment.query.operation;

import org.jspecify.annotations.NullMarked;
