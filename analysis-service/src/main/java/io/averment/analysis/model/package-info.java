/** The one file format of trained models: named sections of primitive arrays with a checksum. Plain Java. */
@NullMarked
package io.averment.analysis.model;

import org.jspecify.annotations.NullMarked;
