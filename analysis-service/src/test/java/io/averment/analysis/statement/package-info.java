@NullMarked
package io.averment.analysis.statement;

import org.jspecify.annotations.NullMarked;
