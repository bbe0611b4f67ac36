@NullMarked
package io.averment.analysis.acquisition;

import org.jspecify.annotations.NullMarked;
