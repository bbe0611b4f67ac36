@NullMarked
package io.averment.analysis.command;

import org.jspecify.annotations.NullMarked;
