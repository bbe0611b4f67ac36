@NullMarked
package io.averment.analysis.entity;

import org.jspecify.annotations.NullMarked;
