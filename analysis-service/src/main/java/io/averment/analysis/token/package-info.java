/** Tokens as Universal Dependencies treebanks of English cut them: what taggers, parsers and name finders work on. Plain Java. */
@NullMarked
package io.averment.analysis.token;

import org.jspecify.annotations.NullMarked;
