@NullMarked
package io.averment.analysis.model;

import org.jspecify.annotations.NullMarked;
