@NullMarked
package io.averment.analysis.token;

import org.jspecify.annotations.NullMarked;
