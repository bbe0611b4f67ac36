@NullMarked
package io.averment.analysis.json;

import org.jspecify.annotations.NullMarked;
